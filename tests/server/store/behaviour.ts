import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UnknownWorkshopError } from '#lib/server/store/errors.ts';
import type { Store } from '#lib/server/store/store.ts';
import { keepsAnswers } from './answer-behaviour.ts';
import { keepsDeeds } from './deed-behaviour.ts';
import { keepsForecasts } from './forecast-behaviour.ts';
import { bytes, hash, link, member, workshop } from './examples.ts';

/** A store under test; `reopen` closes it and opens the same database again. */
export type StoreUnderTest = {
	readonly store: Store;
	readonly reopen: () => Promise<Store>;
	readonly discard: () => Promise<void>;
};

/**
 * What every implementation of the store must do.
 *
 * @param open makes an empty, migrated store whose clock stands at the time that `clock` gives
 */
export function behavesAsStore(open: (clock: () => number) => Promise<StoreUnderTest>): void {
	let time = 1000;
	let under: StoreUnderTest;
	let store: Store;

	beforeEach(async () => {
		time = 1000;
		under = await open(() => time);
		store = under.store;
	});
	afterEach(() => under.discard());

	describe('rooms', () => {
		const room = 'aaaa/board';
		const entry = { room, memberId: 'm1', update: bytes('one'), newClients: [] };
		beforeEach(() => store.createWorkshop(workshop('aaaa')));

		test('a room that was never written to is empty', async () => {
			const loaded = await store.loadRoom(room);
			expect(loaded).toEqual({ state: null, updates: [], sequence: 0, clients: new Map() });
		});

		test('updates come back in the order in which they were appended, also after a restart', async () => {
			await store.append([entry, { ...entry, update: bytes('two') }]);
			await store.append([{ ...entry, memberId: null, update: bytes('three') }]);
			const loaded = await (await under.reopen()).loadRoom(room);
			expect(loaded.updates).toEqual([bytes('one'), bytes('two'), bytes('three')]);
			expect(loaded.sequence).toBe(3);
		});

		test('entries of several rooms are written together, each room numbered by itself', async () => {
			const other = { ...entry, room: 'aaaa/session', update: bytes('s') };
			const last = await store.append([entry, other, { ...entry, update: bytes('two') }]);
			expect(last).toEqual(
				new Map([
					['aaaa/board', 2],
					['aaaa/session', 1]
				])
			);
			expect((await store.loadRoom('aaaa/session')).updates).toEqual([bytes('s')]);
		});

		test('appending nothing is fine', async () => {
			expect(await store.append([])).toEqual(new Map());
		});

		test('when one entry cannot be written none is', async () => {
			const stray = { ...entry, room: 'zzzz/board' };
			await expect(store.append([entry, stray])).rejects.toThrow(UnknownWorkshopError);
			expect((await store.loadRoom(room)).sequence).toBe(0);
		});

		test('a client id belongs to who used it first', async () => {
			await store.append([{ ...entry, newClients: [7, 4294967295] }]);
			await store.append([{ ...entry, memberId: 'm2', newClients: [7] }]);
			await store.append([{ ...entry, memberId: null, newClients: [9] }]);
			expect((await store.loadRoom(room)).clients).toEqual(
				new Map<number, string | null>([
					[7, 'm1'],
					[4294967295, 'm1'],
					[9, null]
				])
			);
		});

		test('compaction puts a state in the place of the updates it covers', async () => {
			await store.append([entry, entry, { ...entry, update: bytes('later'), newClients: [3] }]);
			await store.compact(room, bytes('state'), 2);
			const loaded = await (await under.reopen()).loadRoom(room);
			expect(loaded.state).toEqual(bytes('state'));
			expect(loaded.updates).toEqual([bytes('later')]);
			expect(loaded.sequence).toBe(3);
			expect(loaded.clients).toEqual(new Map([[3, 'm1']]));
		});

		test('numbering goes on after everything was compacted', async () => {
			await store.append([entry, entry]);
			await store.compact(room, bytes('state'), 2);
			expect(await store.append([entry])).toEqual(new Map([[room, 3]]));
			await store.compact(room, bytes('newer'), 3);
			expect(await store.loadRoom(room)).toMatchObject({ state: bytes('newer'), sequence: 3 });
		});

		test('compaction never goes back, nor ahead of the log', async () => {
			await store.append([entry, entry]);
			await store.compact(room, bytes('state'), 2);
			await expect(store.compact(room, bytes('old'), 1)).rejects.toThrow(RangeError);
			await expect(store.compact(room, bytes('new'), 3)).rejects.toThrow(RangeError);
			expect((await store.loadRoom(room)).state).toEqual(bytes('state'));
		});

		test('an update of 256 KiB comes back whole', async () => {
			const update = new Uint8Array(256 * 1024).map((_, index) => (index * 31) % 251);
			await store.append([{ ...entry, update }]);
			expect((await store.loadRoom(room)).updates[0]).toEqual(update);
		});

		test('a version is kept with its label, author and time, and listed newest first', async () => {
			const first = await store.saveVersion(room, {
				label: 'before import',
				memberId: 'm1',
				state: bytes('first')
			});
			time = 2000;
			await store.saveVersion(room, { label: 'later', memberId: null, state: bytes('second') });
			const listed = await store.listVersions(room);
			expect(listed.map(({ label, memberId, at, bytes }) => [label, memberId, at, bytes])).toEqual([
				['later', null, 2000, 6],
				['before import', 'm1', 1000, 5]
			]);
			expect(await store.loadVersion(room, first.id)).toEqual({ ...first, state: bytes('first') });
		});

		test('of the versions with a label only the newest stay, where that is asked', async () => {
			const automatic = { label: 'automatic', memberId: null, keepLast: 2 };
			await store.saveVersion(room, { label: 'by hand', memberId: null, state: bytes('h') });
			for (const text of ['one', 'two', 'three']) {
				time += 1;
				await store.saveVersion(room, { ...automatic, state: bytes(text) });
			}
			const listed = await store.listVersions(room);
			expect(listed.map(({ label, bytes }) => [label, bytes])).toEqual([
				['automatic', 5],
				['automatic', 3],
				['by hand', 1]
			]);
		});

		test('a version belongs to its own room', async () => {
			const { id } = await store.saveVersion(room, {
				label: '',
				memberId: null,
				state: bytes('x')
			});
			expect(await store.loadVersion('aaaa/session', id)).toBeUndefined();
			expect(await store.listVersions('aaaa/session')).toEqual([]);
			const stray = { label: '', memberId: null, state: bytes('x') };
			await expect(store.saveVersion('zzzz/board', stray)).rejects.toThrow(UnknownWorkshopError);
		});
	});

	describe('what is on record', () => {
		keepsDeeds(
			() => store,
			async () => (store = await under.reopen())
		);
	});

	describe('answers that nobody may see yet', () => {
		keepsAnswers(
			() => store,
			async () => (store = await under.reopen())
		);
	});

	describe('sealed forecasts', () => {
		keepsForecasts(
			() => store,
			async () => (store = await under.reopen())
		);
	});

	describe('workshops', () => {
		test('a workshop is found by its id and by its spoken code', async () => {
			await store.createWorkshop(workshop('aaaa', { code: 'ABCD2345' }));
			const found = await store.findWorkshop('aaaa');
			expect(found).toMatchObject({ title: 'Workshop aaaa', epoch: 1, lobbyOpen: true });
			expect(await store.findWorkshopByCode('ABCD2345')).toEqual(found);
			expect(await store.findWorkshop('bbbb')).toBeUndefined();
			expect(await store.findWorkshopByCode('ABCD2346')).toBeUndefined();
		});

		test('a workshop with a code that is taken is not made at all', async () => {
			await store.createWorkshop(workshop('aaaa', { code: 'ABCD2345' }));
			const second = workshop('bbbb', { code: 'ABCD2345' });
			await expect(store.createWorkshop(second)).rejects.toThrow();
			expect(await store.findWorkshop('bbbb')).toBeUndefined();
			expect(await store.findWorkspace('space-bbbb')).toBeUndefined();
		});

		test('only what is named in a change changes', async () => {
			await store.createWorkshop(workshop('aaaa', { code: 'ABCD2345' }));
			await store.updateWorkshop('aaaa', { lobbyOpen: false });
			await store.updateWorkshop('aaaa', { title: 'New', titleSequence: 4, code: null });
			expect((await store.findWorkshop('aaaa'))?.language).toBe('nl');
			await store.updateWorkshop('aaaa', { language: 'en' });
			expect(await store.findWorkshop('aaaa')).toMatchObject({
				title: 'New',
				titleSequence: 4,
				lobbyOpen: false,
				code: null,
				language: 'en'
			});
		});

		test('the epoch goes up by one at a time', async () => {
			await store.createWorkshop(workshop('aaaa'));
			expect(await store.raiseEpoch('aaaa')).toBe(2);
			expect(await store.raiseEpoch('aaaa')).toBe(3);
			await expect(store.raiseEpoch('zzzz')).rejects.toThrow(UnknownWorkshopError);
		});

		test('deleting a workshop takes everything of it along and nothing of another', async () => {
			for (const id of ['aaaa', 'bbbb']) {
				await store.createWorkshop(workshop(id, { links: [link(id, 'participant')] }));
				await store.addMember(member(`m-${id}`, id), hash('device'));
				const room = `${id}/board`;
				await store.append([{ room, memberId: null, update: bytes('u'), newClients: [1] }]);
				await store.saveVersion(room, { label: '', memberId: null, state: bytes('v') });
				await store.recordCommand(`m-${id}`, 'c1', '{}');
			}
			await store.deleteWorkshop('aaaa');
			expect(await store.findWorkshop('aaaa')).toBeUndefined();
			expect(await store.findLink(hash('aaaa participant'))).toBeUndefined();
			expect(await store.findMember('aaaa', 'm-aaaa')).toBeUndefined();
			expect((await store.loadRoom('aaaa/board')).sequence).toBe(0);
			expect(await store.listVersions('aaaa/board')).toEqual([]);
			expect(await store.commandResult('m-aaaa', 'c1')).toBeUndefined();
			expect((await store.loadRoom('bbbb/board')).sequence).toBe(1);
			expect(await store.memberOfDevice(hash('device'), 'bbbb')).toBeDefined();
		});
	});

	describe('links', () => {
		beforeEach(() =>
			store.createWorkshop(
				workshop('aaaa', { links: [link('aaaa', 'participant'), link('aaaa', 'critic')] })
			)
		);

		test('a link is found by the hash of its token only', async () => {
			expect(await store.findLink(hash('aaaa participant'))).toEqual({
				...link('aaaa', 'participant'),
				state: 'active'
			});
			expect(await store.findLink(hash('other'))).toBeUndefined();
		});

		test('a replaced link is no longer active, its role has the new one', async () => {
			const fresh = { ...link('aaaa', 'participant'), id: 'fresh', tokenHash: hash('fresh') };
			await store.replaceLink(fresh);
			expect((await store.findLink(hash('aaaa participant')))?.state).toBe('replaced');
			const active = await store.activeLinks('aaaa');
			expect(active.map(({ id }) => id)).toEqual(['link-aaaa-critic', 'fresh']);
		});

		test('who joined by a revoked link carries that, except the one who is kept', async () => {
			const linkId = 'link-aaaa-participant';
			await store.addMember({ ...member('m1', 'aaaa'), linkId }, hash('d1'));
			await store.addMember({ ...member('m2', 'aaaa'), linkId }, hash('d2'));
			await store.revokeLinks('aaaa', 'participant', 'm2');
			expect((await store.findMember('aaaa', 'm1'))?.linkState).toBe('revoked');
			expect((await store.findMember('aaaa', 'm2'))?.linkState).toBeNull();
			expect(await store.workshopsOfDevice(hash('d1'))).toEqual([]);
			expect(await store.workshopsOfDevice(hash('d2'))).toHaveLength(1);
			expect((await store.activeLinks('aaaa')).map(({ role }) => role)).toEqual(['critic']);
		});

		test('revoking reaches members of links that were replaced before', async () => {
			const linkId = 'link-aaaa-participant';
			await store.addMember({ ...member('m1', 'aaaa'), linkId }, hash('d1'));
			const fresh = { ...link('aaaa', 'participant'), id: 'fresh', tokenHash: hash('fresh') };
			await store.replaceLink(fresh);
			expect((await store.findMember('aaaa', 'm1'))?.linkState).toBe('replaced');
			await store.revokeLinks('aaaa', 'participant', 'nobody');
			expect((await store.findMember('aaaa', 'm1'))?.linkState).toBe('revoked');
		});
	});

	describe('people', () => {
		beforeEach(() => store.createWorkshop(workshop('aaaa')));

		test('a device is the member it joined as last', async () => {
			await store.addMember(member('m1', 'aaaa'), hash('device'));
			await store.addMember(member('m2', 'aaaa', { role: 'critic' }), hash('device'));
			expect(await store.memberOfDevice(hash('device'), 'aaaa')).toEqual({
				...member('m2', 'aaaa', { role: 'critic' }),
				linkState: null,
				removed: false
			});
			expect(await store.memberOfDevice(hash('other'), 'aaaa')).toBeUndefined();
		});

		test('a device is known from the moment it may open something', async () => {
			expect(await store.knowsDevice(hash('device'))).toBe(false);
			await store.addMember(member('m1', 'aaaa'), hash('device'));
			expect(await store.knowsDevice(hash('device'))).toBe(true);
		});

		test('a member changes only where the change says so', async () => {
			await store.addMember(member('m1', 'aaaa', { name: 'Ans', partyId: 'p' }), hash('d'));
			await store.updateMember('aaaa', 'm1', { partyId: null, role: 'observer' });
			expect(await store.findMember('aaaa', 'm1')).toMatchObject({
				name: 'Ans',
				partyId: null,
				role: 'observer'
			});
			await store.updateMember('bbbb', 'm1', { name: 'from another workshop' });
			expect((await store.findMember('aaaa', 'm1'))?.name).toBe('Ans');
		});

		test('a member who is removed has no name any more and is in no list', async () => {
			await store.addMember(member('m1', 'aaaa', { name: 'Ans' }), hash('d'));
			await store.addMember(member('m2', 'aaaa', { name: 'Bea' }), hash('e'));
			await store.removeMember('aaaa', 'm1');
			expect(await store.findMember('aaaa', 'm1')).toMatchObject({ name: null, removed: true });
			expect((await store.listMembers('aaaa')).map(({ id }) => id)).toEqual(['m2']);
			expect(await store.workshopsOfDevice(hash('d'))).toEqual([]);
		});

		test('a device sees its workshops with its role, the one changed last first', async () => {
			await store.createWorkshop(workshop('bbbb'));
			await store.addMember(member('m1', 'aaaa'), hash('d'));
			await store.addMember(member('m2', 'bbbb', { role: 'critic' }), hash('d'));
			time = 5000;
			await store.append([
				{ room: 'aaaa/board', memberId: 'm1', update: bytes('u'), newClients: [] }
			]);
			const listed = await store.workshopsOfDevice(hash('d'));
			expect(listed.map(({ id, role, changedAt }) => [id, role, changedAt])).toEqual([
				['aaaa', 'participant', 5000],
				['bbbb', 'critic', 1000]
			]);
			expect(listed.map(({ boardSequence }) => boardSequence)).toEqual([1, 0]);
		});

		test('a workspace opens for the device it was granted to, and lists its workshops', async () => {
			await store.createWorkshop({
				...workshop('bbbb'),
				workspace: undefined,
				workshop: { ...workshop('bbbb').workshop, workspaceId: 'space-aaaa' }
			});
			await store.grantWorkspace(hash('d'), 'space-aaaa');
			await store.grantWorkspace(hash('d'), 'space-aaaa');
			expect(await store.hasWorkspace(hash('d'), 'space-aaaa')).toBe(true);
			expect(await store.hasWorkspace(hash('e'), 'space-aaaa')).toBe(false);
			expect((await store.workspacesOfDevice(hash('d'))).map(({ id }) => id)).toEqual([
				'space-aaaa'
			]);
			const listed = await store.workshopsOfWorkspace('space-aaaa');
			expect(listed.map(({ id }) => id).sort()).toEqual(['aaaa', 'bbbb']);
			const space = await store.findWorkspaceByToken(hash('space-aaaa'));
			expect(space?.id).toBe('space-aaaa');
		});

		test('the answer to a command is kept per member, the first one counts', async () => {
			await store.addMember(member('m1', 'aaaa'), hash('d'));
			await store.addMember(member('m2', 'aaaa'), hash('e'));
			await store.recordCommand('m1', 'c1', '{"first":true}');
			await store.recordCommand('m1', 'c1', '{"first":false}');
			expect(await store.commandResult('m1', 'c1')).toBe('{"first":true}');
			expect(await store.commandResult('m2', 'c1')).toBeUndefined();
		});
	});

	test('migrating again changes nothing', async () => {
		await store.createWorkshop(workshop('aaaa'));
		await store.migrate();
		expect(await store.findWorkshop('aaaa')).toBeDefined();
	});

	test('a probe succeeds while the store can write, and fails once it is closed', async () => {
		await store.probe();
		await store.probe();
		await store.close();
		await expect(store.probe()).rejects.toThrow();
		await under.reopen();
	});
}
