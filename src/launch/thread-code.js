import { build } from 'vite';

/**
 * Makes of `work.ts?thread` the text of one whole program, for a thread beside the server's own: a
 * thread begins from a text, wherever the built application lies.
 *
 * @returns {import('vite').Plugin}
 */
export function threadCode() {
	const query = '?thread';
	return {
		name: 'tegenwicht-thread-code',
		enforce: 'pre',
		async load(id) {
			if (!id.endsWith(query)) return undefined;
			const result = await build({
				configFile: false,
				publicDir: false,
				logLevel: 'warn',
				ssr: { noExternal: true },
				build: {
					ssr: id.slice(0, -query.length),
					write: false,
					target: 'node22',
					minify: true,
					rollupOptions: { output: { codeSplitting: false } }
				}
			});
			const [first] = [result].flat();
			const chunk = first && 'output' in first ? first.output[0] : undefined;
			return chunk && `export default ${JSON.stringify(chunk.code)}`;
		}
	};
}
