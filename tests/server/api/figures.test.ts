import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packBatch } from '#lib/domain/area/figure-batch.ts';
import { readImport } from '#lib/importers/read-import.ts';
import { startServer, type RunningServer } from '../running-server.ts';
import type { Visitor } from '../visitor.ts';
import { largeFile } from '../../importers/reading.ts';

let server: RunningServer;
beforeAll(async () => {
	server = await startServer();
}, 120_000);
afterAll(() => server.stop());

function packed(text: string, hash = 'ab'.repeat(32)) {
	const bytes = new TextEncoder().encode(text);
	const surroundings = { fileName: 'a.csv', today: '2026-11-27', areas: [] };
	const { areas, indicators, observations } = readImport(bytes, {}, surroundings);
	const file = { source: 'own-long', fileName: 'a.csv', fileHash: hash, vintage: null };
	return packBatch({ ...file, areas, indicators, observations });
}

const large = packed(largeFile());
const small = packed('buurtcode;buurtnaam;periode;meldingen\nBU05990110;Centrum;2024;14\n');

async function workshopOf(visitor: Visitor): Promise<{ path: string; id: string }> {
	const { id } = await visitor.start();
	return { id, path: `/api/workshops/${id}/figures` };
}

describe('figures of an area', () => {
	test('come in by the facilitator and are read by everybody in the workshop', async () => {
		const [anna, bea] = [server.visitor(), server.visitor()];
		const { id, links } = await anna.start();
		await bea.join(links.participant);
		const path = `/api/workshops/${id}/figures`;
		const trial = await anna.post(path, { dryRun: true, batch: small });
		expect(trial.json).toMatchObject({ added: 1, same: 0, areas: 1 });
		expect((await bea.get(path)).json.indicators).toEqual([]);
		expect((await anna.post(path, { batch: small })).json).toMatchObject({ added: 1 });
		const { json } = await bea.get(path);
		expect(json.indicators).toMatchObject([{ key: 'meldingen', periods: ['2024'], areas: 1 }]);
		expect(json.areas).toEqual([{ code: 'BU05990110', name: 'Centrum', outlined: false }]);
		expect(json.batches).toEqual([]);
		const values = await bea.get(`${path}?area=BU05990110`);
		expect(values.json.observations).toMatchObject([{ period: '2024', value: 14, status: 'ok' }]);
		const map = await bea.get(`${path}?indicator=meldingen&version=own&period=2024`);
		expect(map.json.observations).toHaveLength(1);
	});

	test('are recognised when the same file comes again, and gone after undoing', async () => {
		const anna = server.visitor();
		const { path } = await workshopOf(anna);
		const first = (await anna.post(path, { batch: small })).json;
		const again = (await anna.post(path, { dryRun: true, batch: small })).json;
		expect(again).toMatchObject({ same: 1, added: 0, sameFile: [first.id] });
		const undone = await anna.request('DELETE', path, JSON.stringify({ batch: first.id }));
		expect(undone.json).toEqual({ undone: true });
		expect((await anna.get(path)).json).toEqual({ indicators: [], areas: [], batches: [] });
	});

	test('that are not as they should be are refused with the place', async () => {
		const anna = server.visitor();
		const { path } = await workshopOf(anna);
		const wrong = await anna.post(path, { batch: { ...small, codes: ['x'] } });
		expect([wrong.status, wrong.json.error.path]).toEqual([400, 'batch.codes.0']);
		const pointless = { ...small, observations: [[7, 0, 0, 0, 1, 0]] };
		const nowhere = await anna.post(path, { batch: pointless });
		expect([nowhere.status, nowhere.json.error.path]).toEqual([400, 'batch.observations']);
		const many = Array.from({ length: 51 }, () => 'area=GM0599').join('&');
		expect((await anna.get(`${path}?${many}`)).status).toBe(400);
		expect((await anna.get(path)).json.batches).toEqual([]);
	});

	test('come in by a hundred thousand at once, all of them', async () => {
		const anna = server.visitor();
		const { path } = await workshopOf(anna);
		const answer = await anna.post(path, { batch: large });
		expect(answer.json).toMatchObject({ added: 100_000, same: 0 });
		const { json } = await anna.get(`${path}?area=BU05990001`);
		expect(json.observations).toHaveLength(384);
	}, 60_000);

	test('of few people are hidden by the server when a request made by hand brings them', async () => {
		const anna = server.visitor();
		const { path } = await workshopOf(anna);
		const byHand = packed('code;naam;periode;meldingen\nBU05990110;A;2024;4\n');
		await anna.post(path, { batch: { ...byHand, source: 'own-events' } });
		const { json } = await anna.get(`${path}?area=BU05990110`);
		expect(json.observations).toMatchObject([{ value: null, status: 'suppressed' }]);
	});
});

describe('how files with one header are read', () => {
	const header = 'ab'.repeat(32);
	const mapping = { decimalMark: ',', roles: [[1, 'period']] };

	test('is known to somebody else in another workshop of the workspace, and to nobody elsewhere', async () => {
		const [anna, bea, carl] = [server.visitor(), server.visitor(), server.visitor()];
		const first = await anna.start();
		const workspaceToken = first.links.workspace.split('#')[1];
		const second = await bea.start({ workspaceToken });
		const elsewhere = await carl.start();
		const at = (id: string) => `/api/workshops/${id}/mappings/${header}`;
		expect((await bea.get(at(second.id))).json).toEqual({ mapping: null });
		expect((await anna.put(at(first.id), mapping)).json).toEqual({ kept: true });
		expect((await bea.get(at(second.id))).json).toEqual({ mapping });
		expect((await carl.get(at(elsewhere.id))).json).toEqual({ mapping: null });
	});

	test('is refused when it holds a word of the file, or is not about a header', async () => {
		const anna = server.visitor();
		const { id } = await anna.start();
		const path = `/api/workshops/${id}/mappings`;
		const words = await anna.put(`${path}/${header}`, { roles: [['naam_melder', 'personal']] });
		expect([words.status, words.json.error.path]).toEqual([400, 'roles.0.0']);
		const named = await anna.put(`${path}/${header}`, { headers: ['naam_melder'] });
		expect([named.status, named.json.error.path]).toEqual([400, 'headers']);
		expect((await anna.get(`${path}/naam_melder`)).status).toBe(400);
	});
});
