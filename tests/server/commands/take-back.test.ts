import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Board } from '#lib/document/board.ts';
import { startServer, type RunningServer } from '../running-server.ts';
import type { Created, Visitor } from '../visitor.ts';
import { RawClient } from '../rooms/support/raw-client.ts';
import { until } from '../rooms/support/until.ts';
import { idsFrom, made, randomFrom } from '../../document/tools.ts';
import { memberOf, refusalOf } from './table.ts';

const origin = 'https://arena.example';
const longAgo = '2020-01-01T00:00:00.000Z';

let server: RunningServer;
let anna: Visitor;
let bea: Visitor;
let carl: Visitor;
let workshop: Created;
let beaId: string;

beforeAll(async () => {
	server = await startServer({ ORIGIN: origin });
}, 240_000);
afterAll(() => server.stop());
beforeEach(async () => {
	anna = server.visitor();
	workshop = await anna.start({ template: 'demo', language: 'en' });
	bea = server.visitor();
	await bea.join(workshop.links.participant, { name: 'Bea' });
	beaId = (await memberOf(bea, workshop.id)).id;
	carl = server.visitor();
	await carl.join(workshop.links.participant, { name: 'Carl' });
});

/** Somebody at the board, as their browser is; each change is sent at once. */
async function sit(visitor: Visitor, name: string) {
	const place = { syncAddress: `${server.origin.replace('http', 'ws')}/sync/${workshop.id}` };
	const headers = { Cookie: visitor.cookie ?? '', Origin: origin };
	const client = await RawClient.synced(place, { headers });
	const board = new Board(client.doc, { newId: idsFrom(name), random: randomFrom(name.length) });
	// What it had when it came in is counted too.
	let sent = 1;
	return {
		board,
		/** Changes the board and waits until the server says that it is saved. */
		change: async <Made>(verb: (board: Board) => Made) => {
			let result = undefined as Made;
			client.edit(() => (result = verb(board)));
			sent += 1;
			await until(() => (client.acks.at(-1) ?? 0) >= sent, 'it is saved');
			return made(result);
		},
		leave: () => client.leave()
	};
}

const fileOf = async () => (await anna.get(`/api/workshops/${workshop.id}/file`)).json;

const preview = async (memberId: string, since = longAgo) =>
	(await anna.get(`/api/workshops/${workshop.id}/members/${memberId}/work?since=${since}`)).json;

test('the facilitator sees what taking somebody’s work back would change and leave, and then does it', async () => {
	const before = await fileOf();
	const [first, second] = before.measures;
	const seats = { bea: await sit(bea, 'bea'), carl: await sit(carl, 'carl') };
	await seats.bea.change((board) => board.change('measure', first.id, { title: 'Rubbish' }));
	await seats.bea.change((board) => board.change('measure', second.id, { title: 'More rubbish' }));
	const added = await seats.bea.change((board) => board.addMeasure({ title: 'Nonsense' }));
	await until(() => seats.carl.board.content.measures.length > before.measures.length, 'it came');
	await seats.carl.change((board) => board.change('measure', second.id, { title: 'Repaired' }));
	await seats.carl.change((board) => board.change('measure', first.id, { reach: 7 }));

	const shown = await preview(beaId);
	expect(shown.from).toBe(null);
	expect(shown.before.measures.map(({ id }: { id: string }) => id)).toContain(added);
	expect(shown.after.measures[0]).toMatchObject({ title: first.title, reach: 7 });
	expect(shown.kept).toEqual([
		{ kind: 'measure', id: second.id, field: 'title', by: 'Carl', why: 'changed' }
	]);
	expect((await fileOf()).measures[0].title).toBe('Rubbish');

	const command = { type: 'take-back', memberId: beaId, since: longAgo };
	expect((await anna.command(workshop.id, command)).json).toEqual({ kept: 1 });
	await until(() => seats.bea.board.content.measures[0]?.title === first.title, 'all see it');
	const after = await fileOf();
	expect(after.measures.map(({ title }: { title: string }) => title)).toEqual([
		...[first.title, 'Repaired'],
		...before.measures.slice(2).map(({ title }: { title: string }) => title)
	]);
	const [version] = (await anna.get(`/api/workshops/${workshop.id}/versions`)).json.versions;
	expect(version).toMatchObject({ label: 'before-undo', by: { role: 'facilitator' } });
	await Promise.all(Object.values(seats).map((seat) => seat.leave()));
});

test('it is known who wrote what also after the room was written away, and of who was removed', async () => {
	const before = await fileOf();
	const seat = await sit(bea, 'bea');
	await seat.change((board) =>
		board.change('measure', before.measures[0].id, { title: 'Rubbish' })
	);
	await seat.leave();
	await anna.command(workshop.id, { type: 'remove-member', memberId: beaId });
	// Stopping compacts every room.
	await server.stop({ keep: true });
	server = await startServer({ ORIGIN: origin }, server.directory);
	const again = server.visitor();
	again.cookie = anna.cookie;
	anna = again;
	const { people } = (await anna.get(`/api/workshops/${workshop.id}/members`)).json;
	expect(people).toContainEqual({
		...{ id: beaId, role: 'participant', name: null, partyId: null, removed: true },
		joinedAt: expect.any(String),
		wroteAt: expect.stringMatching(/^\d{4}-/)
	});
	await anna.command(workshop.id, { type: 'take-back', memberId: beaId, since: longAgo });
	expect((await fileOf()).measures[0].title).toBe(before.measures[0].title);
}, 60_000);

test('a moment that is no moment and a member who is not there are refused', async () => {
	const path = `/api/workshops/${workshop.id}/members`;
	expect(refusalOf(await anna.get(`${path}/${beaId}/work`))).toEqual([400, 'malformed']);
	expect(refusalOf(await anna.get(`${path}/nobody/work?since=${longAgo}`))).toEqual([
		...[404, 'not-here']
	]);
	const command = { type: 'take-back', memberId: beaId, since: 'yesterday' };
	expect(refusalOf(await anna.command(workshop.id, command))).toEqual([400, 'malformed']);
	const elsewhere = { type: 'take-back', memberId: 'nobody', since: longAgo };
	expect(refusalOf(await anna.command(workshop.id, elsewhere))).toEqual([404, 'not-here']);
});
