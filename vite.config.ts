import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { readSettings } from './src/launch/settings.js';

const settings = readSettings(process.env);

/** Hands WebSocket upgrades of the development server to the same room hub that the pages use. */
function roomSockets(): Plugin {
	return {
		name: 'tegenwicht-room-sockets',
		configureServer({ httpServer }) {
			httpServer?.on('upgrade', (request, socket, head) => {
				if (request.url?.startsWith('/sync/')) {
					globalThis[Symbol.for('tegenwicht.upgrade')]?.(request, socket, head);
				}
			});
		}
	};
}

export default defineConfig({
	plugins: [sveltekit(), roomSockets()],
	server: { port: settings.port, host: settings.host, strictPort: true }
});
