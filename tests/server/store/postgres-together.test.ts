import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeSeat } from '#lib/server/access/joining.ts';
import { memberColours } from '#lib/server/access/member.ts';
import { openPostgresStore } from '#lib/server/store/postgres-store.ts';
import type { BlindEstimate, Store } from '#lib/server/store/store.ts';
import { deed } from './deed-behaviour.ts';
import { bytes, hash, workshop } from './examples.ts';
import { findPostgres } from './postgres/cluster.ts';
import type { Databases } from './postgres/databases.ts';
import { sharedCluster } from './postgres/shared-cluster.ts';

let numbered = 0;
const surroundings = { now: () => 1000, newId: () => `id${(numbered += 1)}` };

describe.runIf(findPostgres())('two servers on one PostgreSQL database', () => {
	const postgres = sharedCluster();
	let opened: Awaited<ReturnType<Databases['open']>>;
	let stores: readonly Store[];

	beforeEach(async () => {
		opened = await postgres.databases.open(surroundings);
		const url = postgres.cluster.urlOf(opened.name);
		stores = [opened.store, openPostgresStore({ ...surroundings, url })];
		await stores[0]!.createWorkshop(workshop('aaaa'));
		await stores[0]!.createWorkshop(workshop('bbbb'));
	});
	afterEach(async () => {
		await stores[1]!.close();
		await opened.discard();
	});

	/** Does the same thing so many times at once, one half on each server. */
	const atOnce = <Result>(
		times: number,
		work: (store: Store, number: number) => Promise<Result>
	): Promise<Result[]> =>
		Promise.all(Array.from({ length: times }, (_, number) => work(stores[number % 2]!, number)));

	test('sixty deeds at once are all on record', async () => {
		await atOnce(60, (store, number) => store.recordDeed(deed({ id: `m${number}.c1` })));
		expect(await stores[0]!.listDeeds('aaaa')).toHaveLength(60);
	});

	test('one deed that comes sixty times at once is on record once', async () => {
		const kept = await atOnce(60, (store, number) => store.recordDeed(deed({ at: number })));
		expect(new Set(kept.map(({ at }) => at)).size).toBe(1);
		expect(await stores[0]!.listDeeds('aaaa')).toEqual([kept[0]]);
	});

	test('a card is taken in before the end, and counted, or refused', async () => {
		const card = { workshopId: 'aaaa', gathering: 'g', item: 'i', body: '1' };
		const end = { ...deed(), id: 'm1.end', subject: 'g', kind: 'close-doubt' as const };
		const handing = atOnce(40, (store, number) =>
			store.handIn({ ...card, memberId: `m${number}` })
		);
		const ended = await stores[1]!.endGathering(end, (cards) => String(cards.length));
		const taken = (await handing).filter(Boolean);
		expect(Number(ended.body)).toBe(taken.length);
		expect(await stores[0]!.handedIn('aaaa', 'g')).toEqual([]);
	});

	test('an estimate is in before the reveal, and shown, or refused', async () => {
		const subject = { kind: 'round', effectId: 'e', field: 'size', round: 1, note: '' } as const;
		await stores[0]!.openRound({
			...{ id: 'r', workshopId: 'aaaa', subject, anonymous: true, hidden: true },
			...{ minGroupSize: 3, openedAt: 1 }
		});
		const estimate = { partyId: null, numbers: null, reason: '' };
		const giving = atOnce(40, (store, number) =>
			store.submitEstimate('r', { ...estimate, giver: `m${number}` })
		);
		const count = (given: readonly BlindEstimate[]) => ({
			...{ estimates: [], dontKnow: given.length, givers: null }
		});
		const shown = await stores[1]!.revealRound('r', count);
		expect(shown?.dontKnow).toBe((await giving).filter(Boolean).length);
		expect(await stores[0]!.listEstimates('r')).toEqual([]);
	});

	test('a ballot is cast before the vote is closed, and counted, or refused', async () => {
		const subject = { kind: 'dots', question: '', options: [], dots: 1 } as const;
		await stores[0]!.openVote({ id: 'v', workshopId: 'aaaa', subject, openedAt: 1 });
		const casting = atOnce(40, (store, number) => store.castVote('v', `m${number}`, []));
		const end = await stores[1]!.closeVote('v', (ballots) => ({
			...{ cast: ballots.length, counts: {} }
		}));
		expect(end?.cast).toBe((await casting).filter(Boolean).length);
		expect(await stores[0]!.countBallots('v')).toBe(0);
	});

	test('two taps on one link make one member, and twelve who join at once have twelve colours', async () => {
		const seat = { workshopId: 'aaaa', role: 'participant', linkId: null } as const;
		const join = (device: string) =>
			takeSeat({ ...surroundings, store: stores[0]! }, seat, { device: hash(device) });
		const devices = Array.from({ length: 12 }, (_, number) => `device${number}`);
		const members = await Promise.all([...devices, 'device0'].map(join));
		expect(members[12]!.id).toBe(members[0]!.id);
		const listed = await stores[0]!.listMembers('aaaa');
		expect(listed).toHaveLength(12);
		expect(new Set(listed.map(({ colour }) => colour)).size).toBe(Math.min(12, memberColours));
	});

	test('updates of the same rooms, in whatever order, are numbered without a gap', async () => {
		const rooms = ['aaaa/board', 'bbbb/board', 'aaaa/session'];
		await atOnce(60, (store, number) => {
			const order = number % 2 === 0 ? rooms : rooms.toReversed();
			return store.append(
				order.map((room) => ({
					...{ room, memberId: `m${number}`, update: bytes(`${number}`), newClients: [number] }
				}))
			);
		});
		for (const room of rooms) {
			const loaded = await stores[0]!.loadRoom(room);
			expect(loaded).toMatchObject({ sequence: 60 });
			expect(new Set(loaded.updates.map(String)).size).toBe(60);
			expect(loaded.clients.size).toBe(60);
		}
	});

	test('a server that starts leaves alone what another is importing', async () => {
		const observations = Array.from({ length: 5000 }, (_, place) => ({
			...{ area: `BU${String(place).padStart(8, '0')}`, period: '2024', indicator: 'i' },
			...{ version: 'own', value: place, status: 'ok' as const }
		}));
		const importing = stores[0]!.importBatch({
			workshopId: 'aaaa',
			batch: {
				...{ source: 'own-long', fileName: 'f.csv', fileHash: 'ab'.repeat(32), vintage: 2025 },
				...{ areas: [], indicators: [{ key: 'i', name: 'I', unit: '' }], observations }
			},
			onSameKey: 'skip'
		});
		let done = false;
		void importing.then(() => (done = true));
		let starts = 0;
		for (; !done; starts += 1) await stores[1]!.migrate();
		expect(await importing).toMatchObject({ added: 5000 });
		expect(await stores[1]!.listBatches('aaaa')).toMatchObject([{ observations: 5000 }]);
		expect(starts).toBeGreaterThan(1);
	});
});
