import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SessionCommand } from '#lib/document/session/commands.ts';
import type { MemberRow } from '#lib/server/store/store.ts';
import { Table } from './table.ts';

let table: Table;
let anna: MemberRow;
let bea: MemberRow;

beforeEach(async () => {
	table = await Table.lay();
	anna = await table.seat('facilitator');
	bea = await table.seat('participant');
});
afterEach(() => table.clear());

const script = {
	template: 'own',
	unit: 'minutes',
	startsOn: null,
	steps: [
		{ id: 'welcome', phase: 'lobby', title: 'Welkom', length: 10, note: 'Haal koffie.' },
		{ id: 'goal', phase: 'goal', title: null, length: 15 },
		{ id: 'round-one', phase: 'estimate', title: null, length: 20 },
		{ id: 'round-two', phase: 'estimate', title: null, length: 10 }
	]
} as const;

function lead(command: SessionCommand) {
	return table.give(anna, command);
}

function setScript() {
	return lead({ type: 'edit-script', script });
}

describe('the script', () => {
	test('is for everybody, what the facilitator says in it for facilitators only', async () => {
		await setScript();
		const { script: shown } = await table.session();
		expect(shown!.steps.map(({ id }) => id)).toEqual(['welcome', 'goal', 'round-one', 'round-two']);
		expect(JSON.stringify(await table.session())).not.toContain('koffie');
		expect((await table.view(anna)).notes).toEqual({ welcome: 'Haal koffie.' });
		for (const role of ['participant', 'critic', 'observer'] as const) {
			const view = await table.view(await table.seat(role));
			expect(view.notes).toBeNull();
			expect(JSON.stringify(view)).not.toContain('koffie');
		}
	});

	test('that is replaced leaves nothing of the earlier notes', async () => {
		await setScript();
		await lead({ type: 'set-phase', phase: 'lobby', stepId: 'welcome' });
		await lead({ type: 'edit-script', script: { ...script, steps: [script.steps[1]] } });
		expect(await table.view(anna)).toMatchObject({ notes: {}, stepId: undefined, phase: 'lobby' });
		await lead({ type: 'edit-script', script: null });
		expect((await table.session()).script).toBeUndefined();
	});

	test.each([
		[{ ...script, steps: [] }],
		[{ ...script, unit: 'hours' }],
		[{ ...script, steps: [script.steps[0], script.steps[0]] }],
		[{ ...script, steps: [{ ...script.steps[0], phase: 'lunch' }] }],
		[{ ...script, steps: [{ ...script.steps[0], note: 'x'.repeat(2001) }] }]
	])('%o is refused', async (wrong) => {
		const command = { type: 'edit-script', script: wrong } as SessionCommand;
		await expect(lead(command)).rejects.toMatchObject({ code: 'malformed' });
		expect((await table.session()).script).toBeUndefined();
	});
});

describe('a phase', () => {
	test('is for everybody, with the step of the script and the moment', async () => {
		await setScript();
		await lead({ type: 'set-phase', phase: 'estimate', stepId: 'round-two' });
		const { phase, stepId, movedAt } = await table.session();
		expect({ phase, stepId }).toEqual({ phase: 'estimate', stepId: 'round-two' });
		expect(Math.abs(Date.parse(movedAt!) - Date.now())).toBeLessThan(60_000);
	});

	test('without a step goes to the first step of that phase, or to none', async () => {
		await setScript();
		expect(await lead({ type: 'set-phase', phase: 'estimate' })).toMatchObject({
			stepId: 'round-one'
		});
		expect(await lead({ type: 'set-phase', phase: 'decide' })).toMatchObject({ stepId: null });
		await expect(lead({ type: 'set-phase', phase: 'goal', stepId: 'lunch' })).rejects.toMatchObject(
			{ code: 'not-here' }
		);
	});

	test('that goes back deletes and closes nothing', async () => {
		const { id: effectId } = (await table.board()).effects.find(({ formula }) => formula === '')!;
		await lead({ type: 'set-phase', phase: 'estimate' });
		const { roundId } = await lead({ type: 'open-round', effectId, field: 'amount', round: 1 });
		const estimate = { low: 1, likely: 2, high: 3, confidence: 0.8 };
		await table.give(bea, { type: 'submit-estimate', roundId: String(roundId), ...estimate });
		await lead({ type: 'set-timer', action: 'start', seconds: 600 });
		const [before, board] = [await table.session(), await table.board()];
		await lead({ type: 'set-phase', phase: 'goal' });
		await lead({ type: 'set-phase', phase: 'estimate' });
		const { movedAt: _, ...after } = await table.session();
		expect(before).toMatchObject(after);
		expect(await table.board()).toEqual(board);
		await table.give(bea, {
			type: 'submit-estimate',
			roundId: String(roundId),
			...estimate,
			likely: 3
		});
		await lead({ type: 'reveal-round', roundId: String(roundId) });
		expect((await table.session()).rounds[0]!.estimates).toMatchObject([{ likely: 3 }]);
	});

	test('keeps the board as a version each time, so that it can be brought back', async () => {
		await lead({ type: 'set-phase', phase: 'goal' });
		const versions = await table.app.store.listVersions(`${table.workshopId}/board`);
		expect(versions).toMatchObject([{ label: 'phase-change', memberId: anna.id }]);
	});
});

describe('the timer', () => {
	test('runs for everybody to the same moment, can be lengthened, paused and taken away', async () => {
		await lead({ type: 'set-timer', action: 'start', seconds: 300 });
		const { timer } = await table.session();
		expect(timer).toMatchObject({ status: 'running', length: 300_000 });
		await lead({ type: 'set-timer', action: 'add', seconds: 60 });
		expect((await table.session()).timer).toMatchObject({ length: 360_000 });
		await lead({ type: 'set-timer', action: 'pause' });
		const paused = (await table.session()).timer;
		expect(paused).toMatchObject({ status: 'paused' });
		await lead({ type: 'set-timer', action: 'start' });
		expect((await table.session()).timer).toMatchObject({ status: 'running', length: 360_000 });
		await lead({ type: 'set-timer', action: 'clear' });
		expect((await table.session()).timer).toBeUndefined();
	});

	test('that is lengthened by a command that comes twice is lengthened once', async () => {
		await lead({ type: 'set-timer', action: 'start', seconds: 60 });
		const add = { id: 'a1', type: 'set-timer', action: 'add', seconds: 60 } as const;
		await table.give(anna, add);
		await table.give(anna, add);
		expect((await table.session()).timer).toMatchObject({ length: 120_000 });
	});

	test.each([
		[{ action: 'pause' }, 'not-now'],
		[{ action: 'start' }, 'not-now'],
		[{ action: 'add', seconds: 60 }, 'not-now'],
		[{ action: 'start', seconds: 0 }, 'malformed'],
		[{ action: 'start', seconds: 1e9 }, 'malformed'],
		[{ action: 'stop' }, 'malformed']
	] as const)('refuses %o as %s when there is none', async (wrong, code) => {
		await expect(lead({ type: 'set-timer', ...wrong } as SessionCommand)).rejects.toMatchObject({
			code
		});
	});
});

test('the spotlight brings a card that is there to every screen', async () => {
	const { effects } = await table.board();
	const { id, title, amount, unitValue } = effects[0]!;
	await lead({ type: 'set-spotlight', target: { kind: 'effect', id, field: 'amount' } });
	const shown = (await table.view(bea)).board.spotlight;
	expect(shown).toMatchObject({ kind: 'effect', id, title });
	expect(shown?.numbers).toMatchObject([
		{ kind: 'amount', quantity: amount, asked: false },
		{ kind: 'price', quantity: unitValue, asked: false }
	]);
	await expect(
		lead({ type: 'set-spotlight', target: { kind: 'effect', id: 'gone', field: null } })
	).rejects.toMatchObject({ code: 'not-here' });
	await lead({ type: 'set-spotlight', target: null });
	expect(await table.view(bea)).toMatchObject({ board: { spotlight: null } });
});

test('the spotlight keeps a number back as long as it is estimated blind', async () => {
	const { effects } = await table.board();
	const { id, amount } = effects.find((effect) => effect.amount !== null)!;
	await lead({ type: 'set-spotlight', target: { kind: 'effect', id, field: null } });
	await lead({ type: 'set-phase', phase: 'estimate' });
	const round = { effectId: id, field: 'amount', round: 1, anonymous: true } as const;
	const { roundId } = await lead({ type: 'open-round', ...round });
	const [kept] = (await table.view(bea)).board.spotlight!.numbers;
	expect(kept).toMatchObject({ kind: 'amount', quantity: null, asked: true });
	await lead({ type: 'cancel-round', roundId: String(roundId) });
	const [shown] = (await table.view(bea)).board.spotlight!.numbers;
	expect(shown).toMatchObject({ kind: 'amount', quantity: amount, asked: false });
});

test('the spotlight shows what each party puts into a measure, and where a figure stands', async () => {
	const { measures, indicators, parties } = await table.board();
	const measure = measures.find(({ contributions }) => contributions.length > 0)!;
	await lead({ type: 'set-spotlight', target: { kind: 'measure', id: measure.id, field: null } });
	const put = (await table.view(bea)).board.spotlight!.numbers;
	const names = measure.contributions.map(
		({ partyId }) => parties.find((party) => party.id === partyId)!.name
	);
	expect(put.map(({ name }) => name)).toEqual(names);
	const figure = indicators.find(({ observations }) => observations.length > 0)!;
	await lead({ type: 'set-spotlight', target: { kind: 'indicator', id: figure.id, field: null } });
	const [latest, norm] = (await table.view(bea)).board.spotlight!.numbers;
	expect(latest).toMatchObject({ kind: 'latest', quantity: figure.observations.at(-1)!.value });
	expect(norm).toMatchObject({ kind: 'norm', quantity: figure.norm });
});

test('a ready check counts who says so, each once, and begins anew each time', async () => {
	await expect(table.give(bea, { type: 'set-ready', ready: true })).rejects.toMatchObject({
		code: 'not-now'
	});
	await lead({ type: 'set-ready-check', open: true });
	await table.give(bea, { type: 'set-ready', ready: true });
	await table.give(bea, { type: 'set-ready', ready: true });
	await table.give(anna, { type: 'set-ready', ready: true });
	expect((await table.session()).readyCheck!.ready).toEqual([bea.id, anna.id]);
	await table.give(bea, { type: 'set-ready', ready: false });
	expect((await table.session()).readyCheck!.ready).toEqual([anna.id]);
	await lead({ type: 'set-ready-check', open: true });
	expect((await table.session()).readyCheck!.ready).toEqual([]);
	await lead({ type: 'set-ready-check', open: false });
	expect((await table.session()).readyCheck).toBeUndefined();
});

test('a second facilitator takes over in one step', async () => {
	const dirk = await table.seat('facilitator');
	await table.give(dirk, { type: 'take-over' });
	expect((await table.session()).leadId).toBe(dirk.id);
	await lead({ type: 'take-over' });
	expect((await table.session()).leadId).toBe(anna.id);
});

test('the spoken code is shown to facilitators and the projector, while the lobby is open', async () => {
	const projector = await table.seat('observer');
	const { code } = (await table.app.store.findWorkshop(table.workshopId))!;
	expect((await table.view(projector)).joinCode).toBe(code);
	expect((await table.view(anna)).joinCode).toBe(code);
	expect((await table.view(bea)).joinCode).toBeNull();
	await lead({ type: 'set-lobby', open: false });
	expect((await table.view(projector)).joinCode).toBeNull();
});
