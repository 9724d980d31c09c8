import { defineConfig } from 'vite';

/** Builds the command line as one Node program; no framework plugin, so nothing of a page gets in. */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: 'src/cli/main.ts',
		outDir: 'build-cli',
		target: 'node22',
		emptyOutDir: true,
		rollupOptions: { output: { entryFileNames: 'main.js' } }
	}
});
