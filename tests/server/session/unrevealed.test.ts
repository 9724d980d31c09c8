import { afterEach, beforeEach, expect, test } from 'vitest';
import fc from 'fast-check';
import { encodeStateAsUpdate } from 'yjs';
import type { MemberRow } from '#lib/server/store/store.ts';
import { EventReader } from './event-reader.ts';
import { spellings } from './spellings.ts';
import { Table } from './table.ts';

let table: Table;
let anna: MemberRow;
let people: MemberRow[];

beforeEach(async () => {
	table = await Table.lay();
	anna = await table.seat('facilitator');
	people = [];
	const parties = ['tenants', 'tenants', 'police', null, 'tenants', 'tenants', 'tenants'];
	for (const party of parties) people.push(await table.seat('participant', party));
}, 60_000);
afterEach(() => table.clear());

/** Everything of this workshop that leaves the server: both documents, the views, the file. */
async function everythingOut(readers: readonly EventReader[]): Promise<Buffer> {
	const { hub } = table.app;
	const rooms = await Promise.all(
		(['board', 'session'] as const).map((room) =>
			hub.read(table.workshopId, room, (document) => Buffer.from(encodeStateAsUpdate(document)))
		)
	);
	const projector = await table.seat('observer');
	const views = await Promise.all([anna, people[0]!, projector].map((one) => table.view(one)));
	const texts = [
		...views.map((view) => JSON.stringify(view)),
		...readers.map((one) => one.received)
	];
	return Buffer.concat([...rooms, ...texts.map((text) => Buffer.from(text))]);
}

function isIn(everything: Buffer, number: number): boolean {
	return spellings(number).some((bytes) => everything.includes(bytes));
}

/** Numbers that occur nowhere else. */
const rare = fc.integer({ min: 1, max: 999_999 }).map((digits) => 7000 + digits / 1_048_576);
const answer = fc
	.record({ person: fc.nat(6), numbers: fc.tuple(rare, rare, rare), dontKnow: fc.boolean() })
	.map(({ numbers, ...rest }) => ({ ...rest, numbers: numbers.toSorted((a, b) => a - b) }));
const happening = fc.oneof(
	{ weight: 6, arbitrary: answer.map((one) => ({ does: 'answer' as const, ...one })) },
	fc.constant({ does: 'reset' as const }),
	fc.constant({ does: 'phase' as const })
);

test('nothing unrevealed leaves the server, whatever happens in a round; at the reveal all of it does', async () => {
	const readers = [
		new EventReader(await table.app.feeds.subscribe(anna, null)),
		new EventReader(await table.app.feeds.subscribe(people[6]!, null))
	];
	let run = 0;
	await fc.assert(
		fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 8 }), async (happenings) => {
			run += 1;
			const field = 'amount';
			const opening = { type: 'open-round', effectId: 'repairs', field, round: 1 } as const;
			const roundId = String((await table.give(anna, opening)).roundId);
			const kept = new Map<number, readonly number[] | null>();
			const given: number[] = [];
			for (const one of happenings) {
				if (one.does === 'phase') await table.give(anna, { type: 'set-phase', phase: 'estimate' });
				else if (one.does === 'reset') {
					await table.give(anna, { type: 'reset-round', roundId });
					kept.clear();
				} else {
					// Other numbers in every run: those of earlier runs were revealed.
					const own = one.numbers.map((number) => number + run);
					const [low = 0, likely = 0, high = 0] = own;
					const command = { type: 'submit-estimate', roundId, reason: `Reden ${run}` } as const;
					const numbers = one.dontKnow
						? ({ dontKnow: true } as const)
						: { low, likely, high, confidence: 0.8 };
					await table.give(people[one.person]!, { ...command, ...numbers });
					kept.set(one.person, one.dontKnow ? null : own);
					given.push(low, likely, high);
				}
			}
			const before = await everythingOut(readers);
			expect(given.filter((number) => isIn(before, number))).toEqual([]);
			expect(before.includes(`Reden ${run}"`)).toBe(false);
			if (kept.size === 0) {
				await table.give(anna, { type: 'cancel-round', roundId });
				return;
			}
			await table.give(anna, { type: 'reveal-round', roundId });
			const { rounds } = await table.session();
			const shown = rounds
				.at(-1)!
				.estimates.flatMap(({ low, likely, high }) => [low, likely, high]);
			const expected = [...kept.values()].flatMap((numbers) => numbers ?? []);
			expect(shown.toSorted()).toEqual(expected.toSorted());
			const parties = rounds.at(-1)!.estimates.map(({ partyId }) => partyId);
			expect(parties.filter((party) => party !== null && party !== 'tenants')).toEqual([]);
			const ofTenants = parties.filter((party) => party === 'tenants').length;
			expect(ofTenants === 0 || ofTenants >= 5).toBe(true);
		}),
		{ seed: 42, numRuns: 12, endOnFailure: true }
	);
}, 240_000);

test('a party is shown from the smallest group on; lowering that during a round does not help', async () => {
	const round = async () => {
		const opening = { type: 'open-round', effectId: 'repairs', field: 'amount', round: 1 } as const;
		return String((await table.give(anna, opening)).roundId);
	};
	const answers = async (roundId: string, count: number) => {
		for (const person of people.filter(({ partyId }) => partyId === 'tenants').slice(0, count)) {
			const numbers = { low: 1, likely: 2, high: 3, confidence: null };
			await table.give(person, { type: 'submit-estimate', roundId, ...numbers });
		}
		await table.give(people[2]!, {
			...{ type: 'submit-estimate', roundId, low: 1, likely: 2, high: 3, confidence: null }
		});
	};
	const first = await round();
	await answers(first, 4);
	await table.app.hub.change(table.workshopId, 'board', anna.id, (document) => {
		const settings = document.getMap('workshop');
		settings.set('policy', { ...(settings.get('policy') as object), minGroupSize: 1 });
	});
	await table.give(anna, { type: 'reveal-round', roundId: first });
	const partiesShown = async () =>
		(await table.session()).rounds.at(-1)!.estimates.map(({ partyId }) => partyId);
	expect(await partiesShown()).toEqual([null, null, null, null, null]);
	await table.app.hub.change(table.workshopId, 'board', anna.id, (document) => {
		const settings = document.getMap('workshop');
		settings.set('policy', { ...(settings.get('policy') as object), minGroupSize: 5 });
	});
	const second = await round();
	await answers(second, 5);
	await table.give(anna, { type: 'reveal-round', roundId: second });
	expect((await partiesShown()).toSorted()).toEqual([...Array(5).fill('tenants'), null].toSorted());
});

test('an open vote gives away only how many voted', async () => {
	const options = ['rood-1', 'blauw-2'].map((id) => ({ id, text: 'Keuze' }));
	const opening = { type: 'open-vote', kind: 'dots', question: 'Welke?', options } as const;
	const voteId = String((await table.give(anna, opening)).voteId);
	const count = async () => (await everythingOut([])).toString('latin1').split('rood-1').length;
	const before = await count();
	for (const person of people) {
		await table.give(person, { type: 'cast-vote', voteId, choices: ['rood-1'] });
	}
	// The document keeps what the option was called, once for every time the vote was written.
	expect((await table.session()).votes[0]).toMatchObject({ cast: 7, counts: null });
	expect(await count()).toBe(before);
});
