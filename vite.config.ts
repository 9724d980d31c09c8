import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { readSettings } from './src/launch/settings.js';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

const settings = readSettings(process.env);

/** Hands WebSocket upgrades of the development server to the same room hub that the pages use. */
function roomSockets(): Plugin {
	return {
		name: 'tegenwicht-room-sockets',
		configureServer({ httpServer }) {
			httpServer?.on('upgrade', (request, socket, head) => {
				if (request.url?.startsWith('/sync/')) {
					const shared = globalThis as Record<symbol, unknown>;
					const upgrade = shared[Symbol.for('tegenwicht.upgrade')] as Upgrade | undefined;
					upgrade?.(request, socket, head);
				}
			});
		}
	};
}

export default defineConfig({
	plugins: [sveltekit(), roomSockets()],
	server: { port: settings.port, host: settings.host, strictPort: true }
});
