import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createAdmission } from '#lib/server/access/admission.ts';
import { hashToken, newToken } from '#lib/server/access/tokens.ts';
import { roles } from '#lib/domain/role.ts';
import { link, member, workshop } from '../store/examples.ts';
import { temporaryStore, type TemporaryStore } from '../store/temporary-store.ts';

const origin = 'http://localhost:3000';

describe('who may open a room', () => {
	let temporary: TemporaryStore;
	let admit: ReturnType<typeof createAdmission>;
	const token = newToken();
	const device = hashToken(token);

	beforeEach(async () => {
		temporary = await temporaryStore(() => 1000);
		const { store } = temporary;
		await store.createWorkshop(workshop('aaaa', { links: [link('aaaa', 'participant')] }));
		await store.createWorkshop(workshop('bbbb'));
		const linkId = 'link-aaaa-participant';
		await store.addMember({ ...member('m1', 'aaaa', { name: 'Ans' }), linkId }, device);
		admit = createAdmission({ store, origin: undefined });
	});
	afterEach(() => temporary.discard());

	function request(headers: Record<string, string> = {}): IncomingMessage {
		const message = new IncomingMessage(new Socket());
		const given = { host: 'localhost:3000', origin, cookie: `tegenwicht=${token}`, ...headers };
		for (const [name, value] of Object.entries(given)) {
			if (value) message.headers[name] = value;
		}
		return message;
	}

	test.each(['board', 'session'])(
		'a member may open %s, and the hub hears who it is',
		async (room) => {
			expect(await admit(request(), 'aaaa', room)).toEqual({
				member: {
					id: 'm1',
					workshopId: 'aaaa',
					role: 'participant',
					name: 'Ans',
					partyId: null,
					colour: 0
				},
				epoch: 1
			});
		}
	);

	test.each(roles)('%s may open both rooms; what they may write is for the gate', async (role) => {
		await temporary.store.updateMember('aaaa', 'm1', { role });
		expect(await admit(request(), 'aaaa', 'board')).toMatchObject({ member: { role } });
		expect(await admit(request(), 'aaaa', 'session')).toMatchObject({ member: { role } });
	});

	test('the epoch is that of the workshop', async () => {
		await temporary.store.raiseEpoch('aaaa');
		expect(await admit(request(), 'aaaa', 'board')).toMatchObject({ epoch: 2 });
	});

	test.each([
		{ origin: '' },
		{ origin: 'http://evil.example' },
		{ origin: 'http://localhost:3001' }
	])('%o is not our page and may not', async (headers) => {
		expect(await admit(request(headers), 'aaaa', 'board')).toMatchObject({ refuse: 4403 });
	});

	test('behind a proxy only the configured address counts', async () => {
		const site = 'https://arena.example.nl';
		const admitBehind = createAdmission({ store: temporary.store, origin: site });
		expect(await admitBehind(request(), 'aaaa', 'board')).toMatchObject({ refuse: 4403 });
		const proper = request({ origin: site });
		expect(await admitBehind(proper, 'aaaa', 'board')).toMatchObject({ epoch: 1 });
	});

	test.each([
		{ cookie: '' },
		{ cookie: 'tegenwicht=short' },
		{ cookie: `tegenwicht=${newToken()}` }
	])('%o has not joined anything', async (headers) => {
		expect(await admit(request(headers), 'aaaa', 'board')).toMatchObject({ refuse: 4401 });
		expect(await admit(request(headers), 'zzzz', 'board')).toMatchObject({ refuse: 4401 });
	});

	test("another's workshop gets the very answer of one that does not exist", async () => {
		const foreign = await admit(request(), 'bbbb', 'board');
		expect(foreign).toMatchObject({ refuse: 4403 });
		expect(await admit(request(), 'zzzz', 'board')).toEqual(foreign);
		expect(await admit(request(), 'aaaa', 'cellar')).toEqual(foreign);
	});

	test('whose link was revoked is out', async () => {
		await temporary.store.revokeLinks('aaaa', 'participant', 'nobody');
		expect(await admit(request(), 'aaaa', 'board')).toMatchObject({ refuse: 4401 });
	});

	test('whose link was only replaced stays in', async () => {
		const fresh = { ...link('aaaa', 'participant'), id: 'fresh', tokenHash: hashToken('fresh') };
		await temporary.store.replaceLink(fresh);
		expect(await admit(request(), 'aaaa', 'board')).toMatchObject({ epoch: 1 });
	});

	test('who was removed is out', async () => {
		await temporary.store.removeMember('aaaa', 'm1');
		expect(await admit(request(), 'aaaa', 'board')).toMatchObject({ refuse: 4401 });
	});
});
