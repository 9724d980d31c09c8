import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';
import { fewerFiles } from './src/launch/fewer-files.ts';
import { securityHeaders } from './src/launch/security-headers.js';
import { readSettings } from './src/launch/settings.js';
import { threadCode } from './src/launch/thread-code.js';
import { isPhoneText } from './src/lib/i18n/phone-texts.ts';

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

/** Sends with every answer of the development server what `server.js` sends with its own. */
function sameHeaders(): Plugin {
	return {
		name: 'tegenwicht-same-headers',
		configureServer({ middlewares }) {
			middlewares.use((_request, response, next) => {
				for (const [name, value] of securityHeaders(settings.origin))
					response.setHeader(name, value);
				next();
			});
		}
	};
}

/** Makes of `nl.json?phone` the texts of a language that a phone needs. */
function phoneTexts(): Plugin {
	const query = '?phone';
	return {
		name: 'tegenwicht-phone-texts',
		enforce: 'pre',
		load(id) {
			if (!id.endsWith(`.json${query}`)) return undefined;
			const texts = JSON.parse(readFileSync(id.slice(0, -query.length), 'utf8')) as object;
			const kept = Object.entries(texts).filter(([key]) => isPhoneText(key));
			return `export default ${JSON.stringify(Object.fromEntries(kept))}`;
		}
	};
}

export default defineConfig({
	plugins: [phoneTexts(), threadCode(), sveltekit(), fewerFiles(), roomSockets(), sameHeaders()],
	server: { port: settings.port, host: settings.host, strictPort: true }
});
