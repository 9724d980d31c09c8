import pino from 'pino';

/**
 * The server's log: JSON lines on standard error.
 *
 * What goes in: ids of workshops and rooms, roles, counts, durations, routes by their pattern, and a
 * client's network. What never goes in: names, tokens, codes, card text, addresses with their query,
 * and whole IP addresses; whoever writes a line sees to that.
 */
export type Log = pino.Logger;

/** @param level the least serious level that is written: `debug`, `info`, `warn`, `error`, `silent` */
export function createLog(level: string): Log {
	return pino({ level, base: undefined }, pino.destination({ fd: 2, sync: true }));
}
