import { createClient } from '@redis/client';
import type { Log } from '../log.ts';
import { messagesFor, readMessage, type Signals } from './signals.ts';

const channel = 'tegenwicht-moved';
/** Longest pause before Redis is tried again, in milliseconds. */
const longestPause = 2_000;

/**
 * Signals through Redis. Redis may be stopped and started as one likes: nothing waits for it, nothing
 * is kept in it, and it is found again by itself.
 */
export function redisSignals(parts: {
	readonly url: string;
	readonly heard: (workshopIds: readonly string[]) => void;
	readonly log: Pick<Log, 'warn'>;
}): Signals {
	const reconnectStrategy = (tries: number) => Math.min(50 * 2 ** tries, longestPause);
	const options = { url: parts.url, disableOfflineQueue: true, socket: { reconnectStrategy } };
	const speaker = createClient(options);
	const listener = createClient({ ...options, disableOfflineQueue: false });
	let complained = false;
	for (const client of [speaker, listener]) {
		client.on('ready', () => (complained = false));
		client.on('error', (error: Error) => {
			if (!complained) parts.log.warn({ reason: error.message }, 'Redis can not be reached.');
			complained = true;
		});
		// Resolves when Redis is there, which nobody waits for.
		client.connect().catch(() => undefined);
	}
	listener.subscribe(channel, (text) => parts.heard(readMessage(text))).catch(() => undefined);
	return {
		get live() {
			return listener.isReady;
		},
		tell: (workshopIds) => {
			if (!speaker.isReady) return;
			for (const text of messagesFor(workshopIds)) {
				speaker.publish(channel, text).catch(() => undefined);
			}
		},
		stop: async () => {
			speaker.destroy();
			listener.destroy();
		}
	};
}
