import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findEntry, heldToDecision, shardTried, takeSeat } from '#lib/server/access/joining.ts';
import { hashToken, newId, newToken } from '#lib/server/access/tokens.ts';
import { hash, link, member, workshop } from '../store/examples.ts';
import { temporaryStore, type TemporaryStore } from '../store/temporary-store.ts';

const token = newToken();
const code = 'ABCD2345';
const participantLink = { ...link('aaaa', 'participant'), tokenHash: hashToken(token) };
const criticLink = link('aaaa', 'critic');

let temporary: TemporaryStore;
let store: TemporaryStore['store'];

beforeEach(async () => {
	temporary = await temporaryStore(() => 1000);
	store = temporary.store;
	await store.createWorkshop(workshop('aaaa', { code, links: [participantLink, criticLink] }));
});
afterEach(() => temporary.discard());

describe('what a link or code opens', () => {
	test('a link opens its workshop in its role', async () => {
		const entry = await findEntry(store, { token }, 1000);
		expect(entry).toMatchObject({ role: 'participant', linkId: participantLink.id });
		expect(entry?.workshop.id).toBe('aaaa');
	});

	test('a code opens the workshop for a participant', async () => {
		const entry = await findEntry(store, { code: 'abcd 2345' }, 1000);
		expect(entry).toMatchObject({ role: 'participant', linkId: participantLink.id });
	});

	test('a code opens nothing while the lobby is closed; the link still does', async () => {
		await store.updateWorkshop('aaaa', { lobbyOpen: false });
		expect(await findEntry(store, { code }, 1000)).toBeUndefined();
		expect(await findEntry(store, { token }, 1000)).toBeDefined();
	});

	test('a link that has expired opens nothing, nor does the code that stands for it', async () => {
		expect(await findEntry(store, { token }, participantLink.expiresAt - 1)).toBeDefined();
		expect(await findEntry(store, { token }, participantLink.expiresAt)).toBeUndefined();
		expect(await findEntry(store, { code }, participantLink.expiresAt)).toBeUndefined();
	});

	test('a link that was replaced or revoked opens nothing', async () => {
		await store.replaceLink({ ...participantLink, id: 'fresh', tokenHash: hash('fresh') });
		expect(await findEntry(store, { token }, 1000)).toBeUndefined();
		await store.revokeLinks('aaaa', 'participant', 'nobody');
		expect(await findEntry(store, { code }, 1000)).toBeUndefined();
	});

	test.each([{ token: newToken() }, { token: '' }, { code: 'ABCD2346' }, { code: 'nonsense' }])(
		'%o opens nothing',
		async (key) => {
			expect(await findEntry(store, key, 1000)).toBeUndefined();
		}
	);

	test('only something that can be a code counts for a shard', () => {
		expect(shardTried({ code: 'abcd-2345' })).toBe('AB');
		expect(shardTried({ code: 'nonsense!' })).toBeUndefined();
		expect(shardTried({ token })).toBeUndefined();
	});
});

describe('what a facilitator decided', () => {
	const device = hash('device');
	const old = { token };
	const newer = { ...participantLink, id: 'newer', tokenHash: hashToken('newer'), createdAt: 1001 };

	/** What a key opens for the device, whose member was a participant when the decision was made. */
	async function opens(key: { token: string } | { code: string }) {
		const entry = await findEntry(store, key, 1002);
		return entry && heldToDecision(store, entry, device);
	}

	beforeEach(() =>
		store.addMember({ ...member('m1', 'aaaa'), linkId: participantLink.id }, device)
	);

	test('changes nothing for who it is not about', async () => {
		await store.addMember(member('m2', 'aaaa'), hash('other'));
		await store.removeMember('aaaa', 'm2');
		expect(await opens(old)).toMatchObject({ role: 'participant', linkId: participantLink.id });
		const entry = await findEntry(store, old, 1002);
		expect(entry && (await heldToDecision(store, entry, undefined))).toEqual(entry);
	});

	test('keeps out who was removed, by any link or code of that moment, until there is a new one', async () => {
		await store.removeMember('aaaa', 'm1');
		expect(await opens(old)).toBeUndefined();
		expect(await opens({ code })).toBeUndefined();
		await store.replaceLink(newer);
		expect(await opens({ token: 'newer' })).toMatchObject({ role: 'participant' });
		expect(await opens({ code })).toMatchObject({ linkId: 'newer' });
	});

	test('keeps a role that was set, by the link of that role, until there is a newer link', async () => {
		const set = { role: 'critic', linkId: criticLink.id, decidedAt: 1000 } as const;
		await store.updateMember('aaaa', 'm1', set);
		expect(await opens(old)).toMatchObject({ role: 'critic', linkId: criticLink.id });
		await store.replaceLink(newer);
		expect(await opens({ token: 'newer' })).toMatchObject({ role: 'participant' });
	});

	test('keeps out who lost the role that was set, with the link of the role before', async () => {
		const set = { role: 'critic', linkId: criticLink.id, decidedAt: 1000 } as const;
		await store.updateMember('aaaa', 'm1', set);
		await store.revokeLinks('aaaa', 'critic', 'nobody');
		expect(await opens(old)).toBeUndefined();
	});

	test('still holds for older links when somebody came back by a newer one', async () => {
		await store.removeMember('aaaa', 'm1');
		const critics = { ...criticLink, id: 'critics', tokenHash: hash('critics'), createdAt: 1001 };
		await store.replaceLink(critics);
		const surroundings = { store, now: () => 1002, newId: () => 'm2' };
		const seat = { workshopId: 'aaaa', role: 'critic', linkId: 'critics' } as const;
		await takeSeat(surroundings, seat, { device });
		expect(await opens(old)).toMatchObject({ role: 'critic', linkId: 'critics' });
	});
});

describe('taking a seat', () => {
	const surroundings = () => ({ store, now: () => 1000, newId: () => newId() });
	const participant = {
		workshopId: 'aaaa',
		role: 'participant',
		linkId: participantLink.id
	} as const;
	const critic = { workshopId: 'aaaa', role: 'critic', linkId: criticLink.id } as const;
	const device = hash('device');

	test('makes a member with the name and party that were given', async () => {
		const newcomer = { device, name: 'Ans', partyId: 'tenants' };
		const seated = await takeSeat(surroundings(), participant, newcomer);
		expect(seated).toMatchObject({ role: 'participant', name: 'Ans', partyId: 'tenants' });
		expect(await store.memberOfDevice(device, 'aaaa')).toEqual(seated);
	});

	test('again in the same role on the same device keeps the member, and the name unless a new one is given', async () => {
		const first = await takeSeat(surroundings(), participant, { device, name: 'Ans' });
		const second = await takeSeat(surroundings(), participant, { device, partyId: 'tenants' });
		expect(second).toMatchObject({ id: first.id, name: 'Ans', partyId: 'tenants' });
		const third = await takeSeat(surroundings(), participant, { device, name: null });
		expect(third).toMatchObject({ id: first.id, name: null });
		expect(await store.listMembers('aaaa')).toHaveLength(1);
	});

	test('in another role on the same device makes a new member', async () => {
		const first = await takeSeat(surroundings(), participant, { device });
		const second = await takeSeat(surroundings(), critic, { device });
		expect(second.id).not.toBe(first.id);
		expect((await store.memberOfDevice(device, 'aaaa'))?.id).toBe(second.id);
	});

	test('on another device makes a new member with the next colour', async () => {
		const first = await takeSeat(surroundings(), participant, { device });
		const second = await takeSeat(surroundings(), participant, { device: hash('other') });
		expect(second.id).not.toBe(first.id);
		expect([first.colour, second.colour]).toEqual([0, 1]);
	});

	test('who was removed and comes back is somebody new', async () => {
		const first = await takeSeat(surroundings(), participant, { device, name: 'Ans' });
		await store.removeMember('aaaa', first.id);
		const second = await takeSeat(surroundings(), participant, { device });
		expect(second.id).not.toBe(first.id);
		expect(second.name).toBeNull();
	});

	test('with a new link brings back who was out by a revoked one', async () => {
		const first = await takeSeat(surroundings(), participant, { device });
		await store.revokeLinks('aaaa', 'participant', 'nobody');
		await store.replaceLink({ ...participantLink, id: 'fresh', tokenHash: hash('fresh') });
		const second = await takeSeat(surroundings(), { ...participant, linkId: 'fresh' }, { device });
		expect(second).toMatchObject({ id: first.id, linkState: 'active' });
	});

	test('by a link leaves who started the workshop independent of that link', async () => {
		const owner = { workshopId: 'aaaa', role: 'participant', linkId: null } as const;
		await takeSeat(surroundings(), owner, { device });
		await takeSeat(surroundings(), participant, { device });
		await store.revokeLinks('aaaa', 'participant', 'nobody');
		expect((await store.memberOfDevice(device, 'aaaa'))?.linkState).toBeNull();
	});
});
