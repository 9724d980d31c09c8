import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packBatch } from '#lib/domain/area/figure-batch.ts';
import { routeAccess } from '#lib/server/access/access-table.ts';
import { answers } from '#lib/server/reading/schemas.ts';
import { startServer, type RunningServer } from '../running-server.ts';
import { type Visitor } from '../visitor.ts';

const reports = {
	...{ source: 'own-long', fileName: 'meldingen.csv', fileHash: 'ab'.repeat(32), vintage: null },
	areas: [{ code: 'BU05990110', name: 'Centrum' }],
	indicators: [{ key: 'meldingen', name: 'Meldingen', unit: 'meldingen' }],
	observations: [
		{
			...{ area: 'BU05990110', period: '2024', indicator: 'meldingen', version: 'own' },
			...{ value: 14, status: 'ok' as const }
		}
	]
};

/** Places in a JSON Schema where a list says nothing of what is in it. */
function bareLists(schema: unknown, path = '$'): string[] {
	if (typeof schema !== 'object' || schema === null) return [];
	const bare = 'type' in schema && schema.type === 'array' && !('items' in schema) ? [path] : [];
	const inner = Object.entries(schema).flatMap(([key, value]) =>
		bareLists(value, `${path}.${key}`)
	);
	return [...bare, ...inner];
}

describe('what other programs read with a key', () => {
	let server: RunningServer;
	let host: Visitor;
	let id: string;
	let key: { tokenId: string; token: string };

	beforeAll(async () => {
		server = await startServer();
		host = server.visitor();
		id = (await host.start({ template: 'demo', language: 'nl' })).id;
		key = (await host.command(id, { type: 'make-api-token', label: 'Dashboard' })).json;
		await host.post(`/api/workshops/${id}/figures`, { batch: packBatch(reports) });
		const { scenarios } = (await host.get(`/api/workshops/${id}/file`)).json;
		const scenarioId = scenarios.at(-1).id;
		const reason = 'De wethouder wil beginnen.';
		const sealed = await host.command(id, { type: 'seal-forecast', scenarioId, reason });
		expect(sealed.status, sealed.text).toBe(200);
	}, 120_000);
	afterAll(() => server.stop());

	function program(token: string): Visitor {
		const visitor = server.visitor();
		visitor.headers = { authorization: `Bearer ${token}` };
		return visitor;
	}

	test('every path of the description answers as its schema says, by its own example', async () => {
		const { json } = await server.visitor().get('/api/v1/openapi.json');
		expect(json.openapi).toBe('3.1.0');
		const routes = Object.keys(routeAccess).filter((row) => row.startsWith('GET /api/v1/'));
		const described = ['/api/v1/openapi.json', ...Object.keys(json.paths)];
		expect(described.map((path) => `GET ${path}`).sort()).toEqual(routes.sort());
		for (const [path, { schema }] of Object.entries(answers)) {
			const { get } = json.paths[path];
			const [, header, address] = /-H "(.+?)" (\S+)$/.exec(get['x-codeSamples'][0].source) ?? [];
			expect(header).toBe('Authorization: Bearer $KEY');
			const { pathname, search } = new URL(address ?? '');
			const answer = await program(key.token).get(pathname + search);
			expect([path, answer.status]).toEqual([path, 200]);
			expect(v.safeParse(schema, answer.json).issues).toBeUndefined();
			const shape = get.responses[200].content['application/json'].schema;
			expect(shape.type).toBe('object');
			expect(bareLists(shape)).toEqual([]);
		}
	}, 60_000);

	test('is what the workshop holds', async () => {
		const reader = program(key.token);
		const file = (await reader.get('/api/v1/workshop')).json;
		expect(file).toEqual((await host.get(`/api/workshops/${id}/file`)).json);
		const { agreements } = (await reader.get('/api/v1/agreements')).json;
		expect(agreements.length).toBe(
			file.measures.flatMap((one: { contributions: unknown[] }) => one.contributions).length
		);
	});

	test('has the sealed forecasts byte for byte, and the values of an area that was asked for', async () => {
		const reader = program(key.token);
		const { text } = await reader.get('/api/v1/forecasts');
		expect(text).toBe((await host.get(`/api/workshops/${id}/forecasts`)).text);
		expect(JSON.parse(text).forecasts).toHaveLength(1);
		const { observations } = (await reader.get('/api/v1/figures?area=BU05990110')).json;
		expect(observations).toEqual(reports.observations);
		expect((await reader.get('/api/v1/figures')).json).toMatchObject({
			indicators: [{ key: 'meldingen', periods: ['2024'] }],
			observations: []
		});
	});

	test('is refused without a key, with another one, and once the key was ended', async () => {
		expect((await server.visitor().get('/api/v1/workshop')).status).toBe(403);
		expect((await program('A'.repeat(22)).get('/api/v1/workshop')).status).toBe(403);
		const listed = (await host.get(`/api/workshops/${id}/tokens`)).text;
		expect(listed).toContain('Dashboard');
		expect(listed).not.toContain(key.token);
		await host.command(id, { type: 'revoke-api-token', tokenId: key.tokenId });
		expect((await program(key.token).get('/api/v1/workshop')).status).toBe(403);
		expect((await host.get(`/api/workshops/${id}/tokens`)).json.tokens).toEqual([]);
	});
});
