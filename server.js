import { createServer } from 'node:http';
import { application, buildWhenStale } from './src/launch/build-when-stale.js';
import { readSettings, SettingsError } from './src/launch/settings.js';

/** @param {string} sentence */
function refuse(sentence) {
	console.error(sentence);
	process.exit(1);
}

async function start() {
	const settings = readSettings(process.env);
	buildWhenStale(application);
	process.env.BODY_SIZE_LIMIT ??= '6M';
	const { handler } = await import('./build/handler.js');
	const server = createServer(handler);
	server.on('upgrade', (request, socket, head) => {
		globalThis[Symbol.for('tegenwicht.upgrade')](request, socket, head);
	});
	server.on('error', (error) => {
		const taken = 'code' in error && error.code === 'EADDRINUSE';
		refuse(
			taken
				? `Port ${settings.port} is in use; stop the other program or choose a port, like PORT=3001 npm start.`
				: `The server cannot listen on ${settings.host}: ${error.message}`
		);
	});
	server.listen(settings.port, settings.host, () => {
		const address = server.address();
		const port = typeof address === 'object' && address ? address.port : settings.port;
		console.log(`Tegenwicht is ready on ${settings.origin ?? `http://${settings.host}:${port}`}`);
	});
	for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(server));
}

/** @param {import('node:http').Server} server */
async function stop(server) {
	server.close();
	await globalThis[Symbol.for('tegenwicht.stop')]?.();
	server.closeAllConnections();
	process.exit(0);
}

start().catch((error) => refuse(error instanceof SettingsError ? error.message : String(error)));
