import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp, type App } from '#lib/server/app.ts';
import { enforceRetention } from '#lib/server/workshops/retention.ts';
import { findPostgres } from '../store/postgres/cluster.ts';
import { hash, member, workshop } from '../store/examples.ts';
import { startPostgres, type Postgres } from '../../trust/cluster/postgres-process.ts';

describe.runIf(findPostgres())('what is due on several servers', () => {
	let postgres: Postgres;
	let apps: App[] = [];

	beforeAll(async () => {
		postgres = await startPostgres();
	}, 60_000);
	afterAll(() => postgres.end());
	beforeEach(async () => {
		for (const name of ['one', 'two', 'three']) apps.push(await serverNamed(name));
		await apps[0]!.store.createWorkshop(workshop('aaaa'));
		await apps[0]!.store.addMember(member('m1', 'aaaa', { name: 'Anna' }), hash('device'));
		// Nobody came for 61 days, and people were told for 31 of these.
		const days = (count: number) => Date.now() - count * 24 * 60 * 60 * 1000;
		postgres.psql(`UPDATE workshops
			SET created_at = ${days(61)}, visited_at = ${days(61)}, warned_at = ${days(31)}`);
	});
	afterEach(async () => {
		for (const app of apps) await app.stop();
		apps = [];
		postgres.psql('DELETE FROM workshops; DELETE FROM workspaces; DELETE FROM devices');
	});

	function serverNamed(name: string): Promise<App> {
		return createApp({
			...{ dataDirectory: '', databaseUrl: postgres.url, logLevel: 'silent' },
			...{ origin: undefined, passphrase: undefined, metricsToken: undefined },
			...{ deleteAfterDays: 60, forgetNamesAfterDays: undefined },
			node: { address: `http://${name}.example:1`, redisUrl: undefined, leaseSeconds: 8 }
		});
	}

	test('a workshop that is open at one of them is deleted by that one, which puts its people out', async () => {
		const [owner, other] = apps;
		await owner!.hub.own('aaaa');
		await enforceRetention(other!);
		expect(await other!.store.findWorkshop('aaaa')).toMatchObject({ id: 'aaaa' });
		await enforceRetention(owner!);
		expect(await other!.store.findWorkshop('aaaa')).toBe(undefined);
	});

	test('all of them looking at once delete it once and fail at nothing', async () => {
		await Promise.all(apps.map((app) => enforceRetention(app)));
		expect(await apps[1]!.store.findWorkshop('aaaa')).toBe(undefined);
	});
});
