import { once } from 'node:events';

/** Longest time that requests under way get to finish, in milliseconds. */
const patience = 2000;
/** After this everything that had to be written is written, or can't be. */
const deadline = 12_000;

/**
 * Stops the process on SIGTERM or SIGINT: no new visitors, requests and writes under way are
 * finished, sockets are told to come back later. A second signal ends it at once.
 *
 * @param {import('node:http').Server} server
 */
export function stopOnSignal(server) {
	for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => stop(server));
}

/** @param {import('node:http').Server} server */
async function stop(server) {
	setTimeout(() => process.exit(1), deadline).unref();
	// As long as it has workshops that others will look for here, it goes on to listen.
	await Reflect.get(globalThis, Symbol.for('tegenwicht.leave'))?.();
	const requestsDone = Promise.race([
		once(server, 'close'),
		new Promise((resolve) => setTimeout(resolve, patience).unref())
	]);
	server.close();
	await Reflect.get(globalThis, Symbol.for('tegenwicht.stop'))?.(requestsDone);
	server.closeAllConnections();
	process.exit(0);
}
