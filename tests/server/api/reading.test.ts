import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answers } from '#lib/server/reading/schemas.ts';
import { startServer, type RunningServer } from '../running-server.ts';
import { type Visitor } from '../visitor.ts';

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
		expect(Object.keys(json.paths).sort()).toEqual(Object.keys(answers).sort());
		for (const [path, { schema }] of Object.entries(answers)) {
			const { get } = json.paths[path];
			const [, header, address] = /-H "(.+?)" (\S+)$/.exec(get['x-codeSamples'][0].source) ?? [];
			expect(header).toBe('Authorization: Bearer $KEY');
			const answer = await program(key.token).get(new URL(address ?? '').pathname);
			expect([path, answer.status]).toEqual([path, 200]);
			expect(v.safeParse(schema, answer.json).issues).toBeUndefined();
			expect(get.responses[200].content['application/json'].schema.type).toBe('object');
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
