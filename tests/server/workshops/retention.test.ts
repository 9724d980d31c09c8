import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLog } from '#lib/server/log.ts';
import { Feeds } from '#lib/server/feed/feeds.ts';
import { createAdmission } from '#lib/server/access/admission.ts';
import { newId } from '#lib/server/access/tokens.ts';
import { createHub, type Hub } from '#lib/server/rooms/hub.ts';
import type { Store } from '#lib/server/store/store.ts';
import { enforceRetention, mostKept, noteVisit } from '#lib/server/workshops/retention.ts';
import { deletedAt } from '#lib/domain/retention.ts';
import { forecast } from '../store/forecast-behaviour.ts';
import { hash, member, workshop } from '../store/examples.ts';
import { temporaryStore, type TemporaryStore } from '../store/temporary-store.ts';

const day = 24 * 60 * 60 * 1000;
const nothing = { deleteAfterDays: undefined, forgetNamesAfterDays: undefined };

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
	await store.addMember(member('m1', 'aaaa', { name: 'Wilhelmina' }), hash('device'));
	await store.noteVisit('aaaa');
});
afterEach(async () => {
	feeds.stop();
	await hub.stop();
	await temporary.discard();
});

/** Lets days go by, and then the server look what is due. */
async function afterDays(days: number, bounds: Partial<Parameters<typeof mostKept>[0]> = {}) {
	time += days * day;
	const configuration = {
		...{ dataDirectory: '', databaseUrl: undefined, logLevel: 'silent' },
		...{ origin: undefined, passphrase: undefined, metricsToken: undefined },
		...{ ...nothing, ...bounds }
	};
	const log = createLog('silent');
	await enforceRetention({ store, hub, feeds, log, configuration, cluster: undefined });
	const usage = (await store.usageOf(['aaaa'])).get('aaaa');
	if (!usage) return 'deleted';
	const at = deletedAt(usage, mostKept(configuration));
	return at === undefined ? 'kept' : `deleted in ${(at - time) / day} days`;
}

const upToHundred = { deleteAfterDays: 100 };
const name = async () => (await store.findMember('aaaa', 'm1'))?.name;

test('a workshop that nobody changes is deleted after its days, of which the last thirty with a warning', async () => {
	expect(await afterDays(70, upToHundred)).toBe('kept');
	expect(await afterDays(1, upToHundred)).toBe('deleted in 30 days');
	expect(await afterDays(29, upToHundred)).toBe('deleted in 1 days');
	expect(await afterDays(1, upToHundred)).toBe('deleted');
});

test('an edit, or saying that it must be kept, begins the days again', async () => {
	await afterDays(71, upToHundred);
	await store.append([
		{ room: 'aaaa/board', memberId: 'm1', update: Uint8Array.of(0, 0), newClients: [] }
	]);
	expect(await afterDays(60, upToHundred)).toBe('kept');
	expect(await afterDays(11, upToHundred)).toBe('deleted in 30 days');
	await store.touchWorkshop('aaaa');
	expect(await afterDays(70, upToHundred)).toBe('kept');
});

test('whoever turns this on gives old workshops the thirty days as well', async () => {
	expect(await afterDays(500, upToHundred)).toBe('deleted in 30 days');
	expect(await afterDays(30, upToHundred)).toBe('deleted');
});

test('whoever chooses a shorter term for a workshop does so too', async () => {
	await afterDays(500);
	await store.setTerms('aaaa', { workshop: 365, names: null });
	expect(await afterDays(0)).toBe('deleted in 30 days');
	await store.setTerms('aaaa', { workshop: null, names: null });
	expect(await afterDays(31)).toBe('kept');
});

test('a sealed forecast keeps its workshop, whatever the server or the workshop says', async () => {
	await store.setTerms('aaaa', { workshop: 365, names: 30 });
	await afterDays(340, upToHundred);
	await store.sealForecast(forecast());
	expect(await afterDays(3000, upToHundred)).toBe('kept');
	expect(await store.listForecasts('aaaa')).toHaveLength(1);
	expect(await name()).toBe(null);
});

test('names are forgotten ninety days after the last visit when nobody chose, and nothing else is', async () => {
	await afterDays(89);
	expect(await name()).toBe('Wilhelmina');
	expect(await afterDays(1)).toBe('kept');
	expect(await store.findMember('aaaa', 'm1')).toMatchObject({ role: 'participant', name: null });
});

test('whoever opens the workshop begins the days of names again', async () => {
	const visit = async () => {
		const last = (await store.usageOf(['aaaa'])).get('aaaa')?.visitedAt ?? 0;
		await noteVisit({ store, now: () => time, log: createLog('silent') }, 'aaaa', last);
	};
	await afterDays(89);
	await visit();
	await afterDays(89);
	expect(await name()).toBe('Wilhelmina');
	await afterDays(1);
	expect(await name()).toBe(null);
});

test('a server can keep names for a shorter time than a workshop says', async () => {
	await store.setTerms('aaaa', { workshop: null, names: 730 });
	await afterDays(49, { forgetNamesAfterDays: 50 });
	expect(await name()).toBe('Wilhelmina');
	await afterDays(1, { forgetNamesAfterDays: 50 });
	expect(await name()).toBe(null);
});

test('without a term nothing is ever deleted, nor warned of', async () => {
	expect(await afterDays(5000)).toBe('kept');
	expect((await store.usageOf(['aaaa'])).get('aaaa')).toMatchObject({ warnedAt: null });
});

test('a visit that can not be noted is one all the same', async () => {
	await temporary.store.close();
	const parts = { store, now: () => time + day, log: createLog('silent') };
	await expect(noteVisit(parts, 'aaaa', time)).resolves.toBe(undefined);
	temporary = await temporaryStore(() => time);
});
