import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { application, buildWhenStale } from './src/launch/build-when-stale.js';
import { ownBuild } from './src/launch/own-copy.js';
import { refuse } from './src/launch/refuse.js';
import { securityHeaders } from './src/launch/security-headers.js';
import { readSettings } from './src/launch/settings.js';
import { stopOnSignal } from './src/launch/stop-on-signal.js';

async function start() {
	const settings = readSettings(process.env);
	buildWhenStale(application);
	const server = createServer(await loadHandler(settings.origin));
	server.on('upgrade', async (request, socket, head) => {
		const inFront = front();
		if (inFront && (await inFront.upgrade(request, socket, head))) return;
		Reflect.get(globalThis, Symbol.for('tegenwicht.upgrade'))(request, socket, head);
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
		const here = `http://${settings.host}:${port}`;
		const { origin } = settings;
		console.log(`Tegenwicht is ready on ${origin ? `${origin}, behind a proxy to ${here}` : here}`);
	});
	stopOnSignal(server);
}

/**
 * Loads the built application; loading it opens the store.
 *
 * @param {string | undefined} origin
 * @returns {Promise<import('node:http').RequestListener>}
 */
async function loadHandler(origin) {
	// The adapter reads these; who a client is and which proxy to believe is decided by the app itself.
	for (const name of ['ADDRESS_HEADER', 'HOST_HEADER', 'PORT_HEADER']) delete process.env[name];
	// Every route reads no more than it needs; the largest body is an import of figures.
	process.env.BODY_SIZE_LIMIT = '25M';
	process.env.PROTOCOL_HEADER = 'tegenwicht-protocol';
	if (!origin) delete process.env.ORIGIN;
	const { handler } = await import(pathToFileURL(join(ownBuild(), 'handler.js')).href);
	const headers = securityHeaders(origin);
	return async (request, response) => {
		const inFront = front();
		if (!inFront) delete request.headers['tegenwicht-client'];
		else if (await inFront.request(request, response)) return;
		request.headers['tegenwicht-protocol'] = 'http';
		for (const [name, value] of headers) response.setHeader(name, value);
		handler(request, response, () => response.writeHead(404).end());
	};
}

/** What passes on to other servers what is theirs; only where several share a database. */
function front() {
	return Reflect.get(globalThis, Symbol.for('tegenwicht.front'));
}

start().catch(refuse);
