import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '#lib/server/log.ts';
import { Feeds } from '#lib/server/feed/feeds.ts';
import { createAdmission } from '#lib/server/access/admission.ts';
import { newId } from '#lib/server/access/tokens.ts';
import { createHub, type Hub } from '#lib/server/rooms/hub.ts';
import type { Store } from '#lib/server/store/store.ts';
import { deletedAt, enforceRetention } from '#lib/server/workshops/retention.ts';
import { workshop } from '../store/examples.ts';
import { temporaryStore, type TemporaryStore } from '../store/temporary-store.ts';

const day = 24 * 60 * 60 * 1000;

let time: number;
let temporary: TemporaryStore;
let store: Store;
let hub: Hub;
let feeds: Feeds;

beforeEach(async () => {
	time = 1000 * day;
	temporary = await temporaryStore(() => time);
	store = temporary.store;
	const parts = { store, log: createLog('silent'), now: () => time, newId };
	hub = createHub({ ...parts, admit: createAdmission({ store, origin: undefined }) });
	feeds = new Feeds({ ...parts, hub });
	const made = workshop('aaaa');
	await store.createWorkshop({ ...made, workshop: { ...made.workshop, createdAt: time } });
});
afterEach(async () => {
	feeds.stop();
	await hub.stop();
	await temporary.discard();
});

/** Lets days go by, and then the server look what is due. */
async function afterDays(days: number, deleteAfterDays: number | undefined = 100) {
	time += days * day;
	const configuration = {
		...{ dataDirectory: '', databaseUrl: undefined, logLevel: 'silent' },
		...{ origin: undefined, passphrase: undefined },
		...{ metricsToken: undefined, deleteAfterDays, forgetNamesAfterDays: 50 }
	};
	const log = createLog('silent');
	await enforceRetention({ store, hub, feeds, log, now: () => time, configuration });
	const untouched = await store.findUntouched('aaaa');
	if (!untouched) return 'deleted';
	const at = deletedAt(untouched, 100);
	return at === undefined ? 'kept' : `deleted in ${(at - time) / day} days`;
}

test('a workshop that nobody changes is deleted after its days, of which the last thirty with a warning', async () => {
	expect(await afterDays(70)).toBe('kept');
	expect(await afterDays(1)).toBe('deleted in 30 days');
	expect(await afterDays(29)).toBe('deleted in 1 days');
	expect(await afterDays(1)).toBe('deleted');
});

test('an edit, or saying that it must be kept, begins the days again', async () => {
	await afterDays(71);
	await store.append([
		{ room: 'aaaa/board', memberId: 'm1', update: Uint8Array.of(0, 0), newClients: [] }
	]);
	expect(await afterDays(60)).toBe('kept');
	expect(await afterDays(11)).toBe('deleted in 30 days');
	await store.touchWorkshop('aaaa');
	expect(await afterDays(70)).toBe('kept');
});

test('whoever turns this on gives old workshops the thirty days as well', async () => {
	expect(await afterDays(500)).toBe('deleted in 30 days');
	expect(await afterDays(30)).toBe('deleted');
});

test('names in an unused workshop are forgotten after their own days, and nothing else is', async () => {
	const member = { id: 'm1', workshopId: 'aaaa', role: 'participant', partyId: null } as const;
	await store.addMember(
		{ ...member, name: 'Wilhelmina', colour: 0, linkId: null, joinedAt: time },
		new Uint8Array(32)
	);
	await afterDays(50);
	expect((await store.findMember('aaaa', 'm1'))?.name).toBe('Wilhelmina');
	await afterDays(1);
	expect(await store.findMember('aaaa', 'm1')).toMatchObject({ ...member, name: null });
});

test('without the setting nothing is ever deleted, nor warned of', async () => {
	time += 5000 * day;
	const configuration = {
		...{ deleteAfterDays: undefined, forgetNamesAfterDays: undefined }
	} as Parameters<typeof enforceRetention>[0]['configuration'];
	const log = createLog('silent');
	await enforceRetention({ store, hub, feeds, log, now: () => time, configuration });
	expect(await store.findUntouched('aaaa')).toMatchObject({ warnedAt: null });
});
