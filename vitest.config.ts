import { existsSync } from 'node:fs';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { threadCode } from './src/launch/thread-code.js';

const realDataPresent = existsSync(new URL('../shared/data', import.meta.url));

export default defineConfig({
	test: {
		projects: [
			{
				plugins: [threadCode()],
				test: {
					name: 'node',
					environment: 'node',
					include: ['tests/**/*.test.ts'],
					exclude: ['tests/{components,live,real-data,e2e,bench}/**'],
					testTimeout: 20_000
				}
			},
			{
				plugins: [svelte()],
				resolve: { conditions: ['browser'] },
				test: {
					name: 'browser-condition',
					environment: 'jsdom',
					include: ['tests/{components,live}/**/*.test.ts'],
					testTimeout: 20_000
				}
			},
			...(realDataPresent
				? [
						{
							test: {
								name: 'real-data',
								environment: 'node' as const,
								include: ['tests/real-data/**/*.test.ts'],
								testTimeout: 60_000
							}
						}
					]
				: [])
		]
	}
});
