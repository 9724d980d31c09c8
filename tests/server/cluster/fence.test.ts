import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#lib/server/access/tokens.ts';
import { StaleLeaseError } from '#lib/server/store/errors.ts';
import { clusterCanBeTested } from '../../trust/cluster/installed.ts';
import { startPostgres, type Postgres } from '../../trust/cluster/postgres-process.ts';
import { addMeasure, measuresIn } from '../rooms/support/measures.ts';
import { RawClient } from '../rooms/support/raw-client.ts';
import { until } from '../rooms/support/until.ts';
import { deed } from '../store/deed-behaviour.ts';
import { bytes, member, workshop } from '../store/examples.ts';
import { startRoomNode, type RoomNode } from './room-node.ts';

let postgres: Postgres;
let one: RoomNode;
let other: RoomNode;

/**
 * What happens when a node writes that has lost a workshop and does not know it: by its own clock it has
 * it for most of a minute, while the database has given it to another.
 */
describe.runIf(clusterCanBeTested())('a node that was taken over and does not know it', () => {
	let workshopId: string;

	beforeAll(async () => {
		postgres = await startPostgres();
		one = await startRoomNode(postgres.url);
		other = await startRoomNode(postgres.url);
	}, 60_000);

	beforeEach(async () => {
		workshopId = newId();
		await one.store.createWorkshop(workshop(workshopId));
		postgres.psql(`UPDATE nodes SET until = clock_timestamp() + interval '60 seconds'`);
	});

	afterAll(async () => {
		await one.end();
		await other.end();
		await postgres.end();
	});

	/** Lets the other node take the workshop from the first, which hears nothing of it. */
	async function takeOver(): Promise<void> {
		const before = one.cluster.ownership.held(workshopId);
		postgres.psql(
			`UPDATE nodes SET until = clock_timestamp() - interval '1 second' FROM room_lease
			WHERE room_lease.node = nodes.node AND workshop_id = '${workshopId}'`
		);
		const lease = await other.cluster.ownership.claim(workshopId);
		expect(lease.epoch).toBeGreaterThan(before!.epoch);
		expect(one.cluster.ownership.held(workshopId)).toBe(before);
	}

	const guest = { headers: { Cookie: 'm1', Origin: 'http://arena.test' } };
	const comeTo = (node: RoomNode, who = guest) =>
		RawClient.synced({ syncAddress: node.syncAddress(workshopId) }, who);

	/** Everything there is of a workshop that a node could have written. */
	function rows(): string {
		const ofRoom = (table: string) =>
			`SELECT '${table}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${table} t
			JOIN rooms r ON r.id = t.room_id WHERE r.key LIKE '${workshopId}/%'`;
		const ofWorkshop = (table: string) =>
			`SELECT '${table}', md5(string_agg(t::text, '|' ORDER BY t::text)) FROM ${table} t
			WHERE workshop_id = '${workshopId}'`;
		return postgres.psql(
			[
				...['room_log', 'room_states', 'room_clients', 'versions'].map(ofRoom),
				...['deeds', 'members'].map(ofWorkshop)
			].join(' UNION ALL ')
		);
	}

	test('its append writes no row and acknowledges nothing, and the writer is sent away to come back', async () => {
		const writer = await comeTo(one);
		writer.edit((doc) => addMeasure(doc, 'before'));
		// The first frame was the answer to what the client has.
		await until(() => writer.acks.at(-1) === 2, 'the first edit is acknowledged');
		await takeOver();
		const before = rows();
		const refused = one.cluster.figures.staleWrites;

		writer.edit((doc) => addMeasure(doc, 'after'));
		expect(await writer.closed()).toBe(4500);
		expect(writer.acks.at(-1)).toBe(2);
		expect(rows()).toBe(before);
		expect(one.cluster.figures.staleWrites).toBe(refused + 1);
		expect(one.cluster.ownership.held(workshopId)).toBeUndefined();

		const back = await comeTo(other);
		expect(measuresIn(back.doc)).toEqual(['before']);
		back.sendStepTwo(writer.everything());
		await until(() => back.acks.at(-1) === 2, 'what was not acknowledged is saved after all');
		const reader = await comeTo(other, { headers: { ...guest.headers, Cookie: 'm2' } });
		expect(measuresIn(reader.doc)).toEqual(['after', 'before']);
		for (const client of [back, reader]) await client.leave();
	});

	test('others in the room see nothing of what was refused', async () => {
		const writer = await comeTo(one);
		const reader = await comeTo(one, { headers: { ...guest.headers, Cookie: 'm2' } });
		await takeOver();
		writer.edit((doc) => addMeasure(doc, 'after'));
		expect(await reader.closed()).toBe(4500);
		expect(measuresIn(reader.doc)).toEqual([]);
	});

	test('workshops that it still has are written all the same, from the same batch', async () => {
		const kept = newId();
		await one.store.createWorkshop(workshop(kept));
		const still = await one.cluster.ownership.claim(kept);
		const lost = await one.cluster.ownership.claim(workshopId);
		await takeOver();
		postgres.psql(
			`UPDATE nodes SET until = clock_timestamp() + interval '60 seconds' FROM room_lease
			WHERE room_lease.node = nodes.node AND workshop_id = '${kept}'`
		);
		const entry = (id: string, epoch: number) => ({
			...{ room: `${id}/board`, memberId: 'm1', update: bytes('u'), newClients: [], epoch }
		});
		const both = [entry(kept, still.epoch), entry(workshopId, lost.epoch)];
		const before = rows();
		// All or nothing, and it says which; the committer then goes on with one at a time.
		await expect(one.store.append(both)).rejects.toThrow(
			`Another server has taken over ${workshopId}.`
		);
		expect(rows()).toBe(before);
		expect(await one.store.append(both.slice(0, 1))).toEqual(new Map([[`${kept}/board`, 1]]));
	});

	const room = () => `${workshopId}/board`;
	const otherWrites: Record<string, () => Promise<unknown>> = {
		'a state that replaces the log': () => one.store.compact(room(), bytes('state'), 1),
		'a kept version': () =>
			one.store.saveVersion(room(), { label: '', memberId: null, state: bytes('state') }),
		'what a command puts on record': () =>
			one.cluster.within(workshopId, () => one.store.recordDeed(deed({ workshopId }))),
		'the name of somebody who joins': () =>
			one.cluster.within(workshopId, () =>
				one.store.addMember(member('m9', workshopId), bytes('hash of the device'))
			)
	};
	test.each(Object.keys(otherWrites))('%s is refused as well', async (what) => {
		const writer = await comeTo(one);
		writer.edit((doc) => addMeasure(doc, 'before'));
		await until(() => writer.acks.at(-1) === 2, 'there is something to write away');
		await takeOver();
		const before = rows();
		await expect(otherWrites[what]!()).rejects.toThrow(StaleLeaseError);
		expect(rows()).toBe(before);
		// It knows now, and lets go of everybody.
		expect(await writer.closed()).toBe(4500);
	});

	test('what a request goes on to write after the takeover is refused, also when it began before', async () => {
		const taken = Promise.withResolvers<void>();
		await one.cluster.ownership.claim(workshopId);
		const request = one.cluster.within(workshopId, async () => {
			await one.store.recordDeed(deed({ workshopId, id: 'm1.early' }));
			await taken.promise;
			await one.store.recordDeed(deed({ workshopId, id: 'm1.late' }));
		});
		await until(
			async () => (await one.store.listDeeds(workshopId)).length === 1,
			'the first is on record'
		);
		await takeOver();
		taken.resolve();
		await expect(request).rejects.toThrow(StaleLeaseError);
		expect((await one.store.listDeeds(workshopId)).map(({ id }) => id)).toEqual(['m1.early']);
	});
});
