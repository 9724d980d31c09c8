import type * as Y from 'yjs';
import { stateReaders, stateRoot, type SessionContent } from '#lib/document/session/shape.ts';
import type { RunningServer } from '../../server/running-server.ts';
import { addMeasure } from '../../server/rooms/support/measures.ts';
import { RawClient } from '../../server/rooms/support/raw-client.ts';
import { EventReader } from '../../server/session/event-reader.ts';
import type { Answer, Visitor } from '../../server/visitor.ts';

/** Where everybody sits down. */
export type Seats = {
	readonly server: RunningServer;
	readonly workshopId: string;
	/** The link with which participants join. */
	readonly link: string;
};

/** The single values of a session that screens wait for. */
type Seen = Pick<SessionContent, 'phase' | 'timer'>;

/** Somebody with a screen, who waits until that shows something. */
export type Screen = {
	readonly sees: (seen: (session: Seen) => boolean) => Promise<void>;
	/** Milliseconds that this screen takes the server's clock to be ahead of its own. */
	readonly ahead: () => Promise<number>;
	readonly leave: () => Promise<void>;
};

export type Phone = Screen & {
	/** Says that this person is ready. */
	readonly ready: () => Promise<Answer>;
};

export type Laptop = Screen & {
	/** Puts a card on the board. */
	readonly type: (id: string) => void;
};

/** Lets somebody join who follows the session by events. */
export async function joinPhone({ server, workshopId, link }: Seats): Promise<Phone> {
	const guest = server.visitor();
	await guest.join(link);
	const reader = new EventReader(await guest.events(workshopId));
	await reader.until(() => true);
	return {
		sees: async (seen) => void (await reader.until(seen)),
		ahead: async () => reader.ahead,
		leave: () => reader.close(),
		ready: () => guest.give(workshopId, { type: 'set-ready', ready: true })
	};
}

/** Lets somebody join who has both shared documents. */
export async function joinLaptop({ server, workshopId, link }: Seats): Promise<Laptop> {
	const guest = server.visitor();
	await guest.join(link);
	const hall = { syncAddress: `${server.origin.replace('http', 'ws')}/sync/${workshopId}` };
	const headers = { Origin: server.origin, Cookie: guest.cookie ?? '' };
	const board = await RawClient.synced(hall, { headers });
	const session = await RawClient.synced(hall, { headers }, { room: 'session' });
	return {
		sees: (seen) => seenIn(session.doc, seen),
		ahead: () => askTime(guest),
		leave: async () => void (await Promise.all([board.leave(), session.leave()])),
		type: (id) => board.edit((doc) => addMeasure(doc, id))
	};
}

/** Reads only what is waited for: real laptops don't share one processor. */
function seenIn(doc: Y.Doc, seen: (session: Seen) => boolean): Promise<void> {
	const state = doc.getMap(stateRoot);
	return new Promise((done) => {
		const look = () => {
			const [phase, timer] = [state.get('phase'), state.get('timer')];
			if (!seen({ phase: stateReaders.phase(phase), timer: stateReaders.timer(timer) })) return;
			state.unobserve(look);
			done();
		};
		state.observe(look);
		look();
	});
}

/** As a laptop's screen does when a timer appears on it. */
async function askTime(guest: Visitor): Promise<number> {
	const { json } = await guest.get('/api/time');
	return json.now - Date.now();
}
