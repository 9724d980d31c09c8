import { expect } from 'vitest';
import { addMeasure } from '../server/rooms/support/measures.ts';
import { RawClient } from '../server/rooms/support/raw-client.ts';
import type { RunningServer } from '../server/running-server.ts';
import type { Visitor } from '../server/visitor.ts';

/** Opens the board of a workshop as somebody who joined it, and waits until it is there. */
export function enter(server: RunningServer, visitor: Visitor, id: string): Promise<RawClient> {
	return RawClient.synced(placeOf(server, id), headersOf(server, visitor));
}

export const placeOf = ({ origin }: RunningServer, id: string) => ({
	syncAddress: `${origin.replace('http', 'ws')}/sync/${id}`
});
export const headersOf = ({ origin }: RunningServer, { cookie = '' }: Visitor) => ({
	headers: { Cookie: cookie, Origin: origin }
});

/**
 * Writes, lets trouble begin after ten edits and goes on until the server sends everybody away.
 *
 * @returns milliseconds that the first edit which was not saved waited in vain
 */
export async function writeUntilTold(ann: RawClient, begin: () => void): Promise<number> {
	const sentAt: number[] = [];
	const closed = new Promise<number>((told) => {
		ann.socket.once('close', () => told(performance.now()));
	});
	for (let edit = 0; ann.closeCode === undefined; edit += 1) {
		if (edit === 10) begin();
		sentAt.push(performance.now());
		ann.edit((doc) => addMeasure(doc, `m${edit}`, `${edit} `.padEnd(4_000, 'x')));
		await new Promise((done) => setTimeout(done, 50));
		if (edit > 1_000) throw new Error('Everything is saved, although nothing can be.');
	}
	expect(ann.closeCode).toBe(4500);
	// The first frame was the empty step 2.
	const acknowledged = (ann.acks.at(-1) ?? 1) - 1;
	expect(acknowledged).toBeGreaterThanOrEqual(5);
	return (await closed) - (sentAt[acknowledged] ?? 0);
}
