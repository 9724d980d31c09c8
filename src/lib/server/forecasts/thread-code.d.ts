/** The text of a whole program that runs in a thread of its own; made by src/launch/thread-code.js. */
declare module '*?thread' {
	const code: string;
	export default code;
}
