/** A locale file with only the texts that a phone needs. */
declare module '*?phone' {
	const texts: Readonly<Record<string, string>>;
	export default texts;
}
