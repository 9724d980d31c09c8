import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addMeasure, measuresIn } from '../server/rooms/support/measures.ts';
import { RawClient } from '../server/rooms/support/raw-client.ts';
import { until } from '../server/rooms/support/until.ts';
import { Visitor } from '../server/visitor.ts';
import { clusterCanBeTested } from './cluster/installed.ts';
import { Nodes, socketHeaders } from './cluster/nodes.ts';
import { startPostgres, type Postgres } from './cluster/postgres-process.ts';
import { proxyCanBeTested, startProxy, type Proxy } from './cluster/proxy-process.ts';

const workshops = 12;

let postgres: Postgres;
let nodes: Nodes;
let proxy: Proxy;

describe.runIf(clusterCanBeTested() && proxyCanBeTested())('two servers behind Caddy', () => {
	beforeAll(async () => {
		postgres = await startPostgres();
		nodes = new Nodes(postgres, { LEASE_SECONDS: '2' });
		await nodes.add();
		await nodes.add();
		proxy = await startProxy(nodes.all.map(({ address }) => address));
	}, 180_000);

	afterAll(async () => {
		await proxy.end();
		await nodes.end();
		await postgres.end();
	});

	const visitor = () => new Visitor(proxy.address, 'http://arena.test');
	const connect = (who: Visitor, workshopId: string) => {
		const syncAddress = `${proxy.address.replace('http', 'ws')}/sync/${workshopId}`;
		return RawClient.synced({ syncAddress }, { headers: socketHeaders(who) });
	};
	/** Tries as a browser does, again and again, until a server lets them in. */
	const comeBack = async (who: Visitor, workshopId: string) => {
		for (;;) {
			const syncAddress = `${proxy.address.replace('http', 'ws')}/sync/${workshopId}`;
			const attempt = new RawClient({ syncAddress }, { headers: socketHeaders(who) });
			await until(
				() => attempt.stepOnes > 0 || attempt.closeCode !== undefined,
				'somebody answers',
				30_000
			);
			await attempt.leave();
			if (attempt.stepOnes > 0) return connect(who, workshopId);
		}
	};
	const total = async (figure: string) => {
		const all = await Promise.all(nodes.all.map((node) => node.figure(figure)));
		return all.reduce((sum, one) => sum + one, 0);
	};

	test('everybody of a workshop comes to the server that has it, and both have some', async () => {
		const clients: RawClient[] = [];
		for (let number = 0; number < workshops; number += 1) {
			const host = visitor();
			const { id, links } = await host.start();
			clients.push(await connect(host, id));
			const guest = visitor();
			expect((await guest.join(links.participant)).status).toBe(200);
			clients.push(await connect(guest, id));
		}
		const owned = await Promise.all(nodes.all.map((node) => node.figure('tegenwicht_leases')));
		expect(owned.every((count) => count > 0)).toBe(true);
		expect(owned.reduce((sum, count) => sum + count, 0)).toBe(workshops);
		expect(await total('tegenwicht_piped_connections')).toBe(0);
		for (const client of clients) await client.leave();
	});

	test('a server that dies is left out, and people come back through the other with what they had', async () => {
		const host = visitor();
		const { id } = await host.start();
		const before = await connect(host, id);
		before.edit((doc) => addMeasure(doc, 'kept'));
		await until(() => before.acks.at(-1) === 2, 'it is saved', 30_000);
		const owner = nodes.ownerOf(id)!;
		await owner.send('SIGKILL');
		await until(() => before.closeCode !== undefined, 'the connection breaks', 30_000);
		const after = await comeBack(host, id);
		expect(measuresIn(after.doc)).toEqual(['kept']);
		await after.leave();
		await owner.start();
	}, 180_000);

	test('events of a session go through at once, and metrics do not go through at all', async () => {
		expect((await fetch(`${proxy.address}/metrics`)).status).toBe(404);
		const host = visitor();
		const { id } = await host.start();
		const headers = { cookie: host.cookie ?? '' };
		const answer = await fetch(`${proxy.address}/api/workshops/${id}/session/events`, { headers });
		expect(answer.status).toBe(200);
		const first = await answer.body!.getReader().read();
		expect(new TextDecoder().decode(first.value)).toContain('data:');
	});
});
