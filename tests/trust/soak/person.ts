import * as Y from 'yjs';
import { RawClient } from '../../server/rooms/support/raw-client.ts';
import type { Draw } from '../../server/rooms/support/seeded.ts';
import { until } from '../../server/rooms/support/until.ts';
import type { Visitor } from '../../server/visitor.ts';
import type { RunningServer } from '../../server/running-server.ts';

/** Where somebody comes and goes, and until when (on this process's clock). */
export type Place = {
	readonly server: RunningServer;
	readonly workshopId: string;
	readonly link: string;
	readonly end: number;
	readonly draw: Draw;
};

const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

/** Somebody with one device who comes, changes the title of their own card for a while, and goes. */
export class Person {
	readonly #visitor: Visitor;
	readonly #place: Place;
	readonly id: string;
	visits = 0;
	edits = 0;
	/** The last title of which the server said that it is saved. */
	saved: string | undefined;
	readonly failures: string[] = [];

	constructor(id: string, place: Place) {
		this.id = id;
		this.#place = place;
		this.#visitor = place.server.visitor();
	}

	/** Comes and goes until the end. */
	async live(): Promise<void> {
		const { draw, end } = this.#place;
		while (performance.now() < end) {
			await pause(draw.below(30_000));
			if (performance.now() >= end) return;
			await this.#visit().catch((error: unknown) => this.failures.push(String(error)));
		}
	}

	async #visit(): Promise<void> {
		const { workshopId, link, draw } = this.#place;
		const { status } = await this.#visitor.join(link);
		if (status !== 200) throw new Error(`joining gave ${status}`);
		this.visits += 1;
		const session = this.#visitor.socket(workshopId, 'session');
		session.on('error', () => undefined);
		const client = await this.#enterBoard();
		// One in three also looks along on a phone.
		const phone = draw.below(3) === 0 ? await this.#visitor.events(workshopId) : undefined;
		await this.#write(client);
		await phone?.cancel();
		session.close();
		// One in two is gone without a word, as a laptop that is shut.
		if (draw.below(2) === 0) await client.leave();
		else client.socket.close();
	}

	#enterBoard(): Promise<RawClient> {
		const { server, workshopId } = this.#place;
		const place = { syncAddress: `${server.origin.replace('http', 'ws')}/sync/${workshopId}` };
		const headers = { Cookie: this.#visitor.cookie ?? '', Origin: this.#visitor.origin };
		return RawClient.synced(place, { headers });
	}

	async #write(client: RawClient): Promise<void> {
		const { draw } = this.#place;
		const leaving = performance.now() + 5_000 + draw.below(30_000);
		while (performance.now() < leaving && client.closeCode === undefined) {
			const title = `${this.id} ${this.edits}`;
			client.edit((doc) => write(doc, this.id, title));
			this.edits += 1;
			const { edits } = this;
			const frames = 1 + (edits - this.#editsBefore);
			await until(() => (client.acks.at(-1) ?? 0) >= frames, 'the edit is saved', 20_000);
			this.saved = title;
			await pause(500 + draw.below(3_000));
		}
		this.#editsBefore = this.edits;
		if (client.closeCode !== undefined) throw new Error(`closed with ${client.closeCode}`);
	}

	#editsBefore = 0;
}

function write(doc: Y.Doc, id: string, title: string): void {
	const measures = doc.getMap<Y.Map<unknown>>('measures');
	const record = measures.get(id) ?? new Y.Map<unknown>();
	if (!measures.has(id)) {
		record.set('id', id);
		measures.set(id, record);
	}
	record.set('title', title);
}
