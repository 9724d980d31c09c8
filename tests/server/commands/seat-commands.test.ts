import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../running-server.ts';
import { closeCodeOf, type Visitor } from '../visitor.ts';
import { memberOf, refusalOf, seatTable, sessionOf, soundExample, type Table } from './table.ts';

let server: RunningServer;
let table: Table;
const [effect] = soundExample.effects;

beforeAll(async () => {
	server = await startServer({ ORIGIN: 'https://arena.example' });
}, 120_000);
afterAll(() => server.stop());
beforeEach(async () => {
	table = await seatTable(server, soundExample);
});

const take = (by: Visitor) => by.command(table.id, { type: 'take-seat' });

describe('the critic’s seat', () => {
	test('is not taken from who has it', async () => {
		expect(refusalOf(await take(table.participant))).toEqual([409, 'not-now']);
		expect((await memberOf(table.participant, table.id)).role).toBe('participant');
	});

	test('goes to who takes it when it is offered; who offered it takes part from then on', async () => {
		await table.critic.command(table.id, { type: 'offer-seat', offered: true });
		const socket = table.participant.socket(table.id, 'board');
		await new Promise((resolve) => socket.once('message', resolve));
		const closing = closeCodeOf(socket);
		expect((await take(table.participant)).json).toEqual({ role: 'critic' });
		expect(await closing).toBe(4500);
		expect((await memberOf(table.participant, table.id)).role).toBe('critic');
		expect((await memberOf(table.critic, table.id)).role).toBe('participant');
		expect(await sessionOf(table.observer, table.id)).not.toHaveProperty('seatOfferedBy');
	});

	test('stays where it is when the offer was taken back', async () => {
		await table.critic.command(table.id, { type: 'offer-seat', offered: true });
		await table.critic.command(table.id, { type: 'offer-seat', offered: false });
		expect(refusalOf(await take(table.participant))).toEqual([409, 'not-now']);
	});

	test('is free for a participant when nobody has it', async () => {
		const { id: memberId } = await memberOf(table.critic, table.id);
		await table.facilitator.command(table.id, { type: 'set-role', memberId, role: 'observer' });
		expect(refusalOf(await take(table.observer))).toEqual([403, 'wrong-role']);
		expect((await take(table.participant)).status).toBe(200);
	});
});

describe('the turn to speak', () => {
	test('lasts two minutes at most, on the server’s clock', async () => {
		const { id: memberId } = await memberOf(table.critic, table.id);
		await table.critic.command(table.id, { type: 'start-speaking' });
		const { speaking } = await sessionOf(table.observer, table.id);
		expect(speaking.memberId).toBe(memberId);
		expect(Date.parse(speaking.endsAt) - Date.parse(speaking.startedAt)).toBe(120_000);
		for (const seconds of [121, 9, 30.5]) {
			const asked = { type: 'start-speaking', seconds };
			expect((await table.critic.command(table.id, asked)).status).toBe(400);
		}
		await table.facilitator.command(table.id, { type: 'stop-speaking' });
		expect(await sessionOf(table.observer, table.id)).not.toHaveProperty('speaking');
	});
});

describe('the number that people do not believe', () => {
	const target = { kind: 'effect', id: effect.id, field: 'amount' };
	const other = { ...target, field: 'probability' };

	async function ask(): Promise<string> {
		return (await table.critic.command(table.id, { type: 'open-doubt' })).json.doubtId;
	}

	function name(by: Visitor, doubtId: string, about: object, reason?: string) {
		return by.command(table.id, { type: 'name-doubt', doubtId, target: about, reason });
	}

	test('is hidden until the question is closed, then counted without who said it', async () => {
		const doubtId = await ask();
		await name(table.participant, doubtId, other, 'Too high.');
		await name(table.participant, doubtId, target, 'Far too high.');
		await name(table.facilitator, doubtId, other);
		await name(table.critic, doubtId, target);
		const open = await table.observer.get(`/api/workshops/${table.id}/session`);
		expect(open.json.doubt).toMatchObject({ open: true, answered: 3, named: [] });
		expect(open.text).not.toContain('too high');
		const own = await table.participant.get(`/api/workshops/${table.id}/hand-ins`);
		expect(own.json.doubt).toEqual({ target, reason: 'Far too high.' });
		await table.critic.command(table.id, { type: 'close-doubt', doubtId });
		const { doubt } = await sessionOf(table.observer, table.id);
		expect(doubt).toMatchObject({
			open: false,
			answered: 3,
			named: [
				{ target, count: 2, reasons: ['Far too high.'] },
				{ target: other, count: 1, reasons: [] }
			]
		});
		expect(refusalOf(await name(table.participant, doubtId, target))).toEqual([409, 'not-now']);
	});

	test('is a number of a card that is there, asked one at a time', async () => {
		const doubtId = await ask();
		expect((await table.facilitator.command(table.id, { type: 'open-doubt' })).status).toBe(409);
		expect((await name(table.participant, doubtId, { ...target, field: null })).status).toBe(400);
		expect((await name(table.participant, doubtId, { ...target, id: 'none' })).status).toBe(404);
		expect((await name(table.observer, doubtId, target)).status).toBe(403);
	});
});

describe('a small experiment', () => {
	const plan = {
		...{ type: 'plan-experiment', effectId: effect.id, test: 'Ten homes, three months.' },
		...{ stopRule: 'Stop when two people move.', cost: { low: 2000, likely: 3000, high: 5000 } },
		...{ date: '2027-09-01', changesOurMind: 'Fewer than three of ten feel safer.' }
	};

	test('is planned, changed and given up', async () => {
		const { experimentId } = (await table.participant.command(table.id, plan)).json;
		const changed = { ...plan, experimentId, date: null };
		await table.critic.command(table.id, changed);
		const { experiments } = await sessionOf(table.observer, table.id);
		const { type: _type, ...kept } = plan;
		expect(experiments).toMatchObject([{ ...kept, date: null, id: experimentId }]);
		await table.facilitator.command(table.id, { type: 'drop-experiment', experimentId });
		expect((await sessionOf(table.observer, table.id)).experiments).toEqual([]);
		expect((await table.critic.command(table.id, changed)).status).toBe(404);
	});

	test('tests something for an effect that is there, on a day of the calendar', async () => {
		for (const [wrong, status] of [
			[{ effectId: 'nothing' }, 404],
			[{ test: '' }, 400],
			[{ cost: -1 }, 400],
			[{ date: '2027-02-30' }, 400]
		] as const) {
			expect((await table.critic.command(table.id, { ...plan, ...wrong })).status).toBe(status);
		}
	});
});
