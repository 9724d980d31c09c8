import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../running-server.ts';
import { tokenOf } from '../visitor.ts';

let server: RunningServer;
beforeAll(async () => {
	server = await startServer();
}, 120_000);
afterAll(() => server.stop());

describe('a workspace', () => {
	test('opens with its host link, and stays open on that device', async () => {
		const { id, links } = await server.visitor().start({ title: 'First' });
		const bea = server.visitor();
		expect((await bea.get('/api/workspace')).json).toEqual({ workspaces: [] });
		const opened = await bea.post('/api/workspace/open', { token: tokenOf(links.workspace) });
		expect(opened.status).toBe(200);
		const { json } = await bea.get('/api/workspace');
		expect(json.workspaces).toMatchObject([
			{ id: opened.json.workspaceId, workshops: [{ id, title: 'First', language: 'nl' }] }
		]);
		expect(Date.parse(json.workspaces[0].workshops[0].changedAt)).toBeGreaterThan(
			Date.now() - 60_000
		);
	});

	test('does not open with anything else', async () => {
		const { links } = await server.visitor().start();
		const bea = server.visitor();
		for (const token of ['', 'AAAAAAAAAAAAAAAAAAAAAA', tokenOf(links.facilitator)]) {
			expect((await bea.post('/api/workspace/open', { token })).status).toBe(403);
		}
		expect((await bea.post('/api/workspace/open', {})).status).toBe(400);
	});

	test('makes who has it the facilitator of its workshops, as the same person each time', async () => {
		const { id, links } = await server.visitor().start();
		const bea = server.visitor();
		await bea.post('/api/workspace/open', { token: tokenOf(links.workspace) });
		expect((await bea.get(`/api/workshops/${id}`)).status).toBe(404);
		const entered = await bea.post('/api/workspace/enter', { workshopId: id });
		expect(entered.json).toEqual({ workshopId: id, role: 'facilitator' });
		const first = (await bea.get(`/api/workshops/${id}`)).json.member;
		await bea.post('/api/workspace/enter', { workshopId: id });
		expect((await bea.get(`/api/workshops/${id}`)).json.member).toEqual(first);
	});

	test('lets nobody into workshops of another, which sound like ones that are not there', async () => {
		const { id } = await server.visitor().start();
		const bea = server.visitor();
		await bea.start();
		const other = await bea.post('/api/workspace/enter', { workshopId: id });
		const missing = await bea.post('/api/workspace/enter', { workshopId: 'zzzzzzzzzzzzzzzz' });
		expect(other.status).toBe(404);
		expect(missing.text).toBe(other.text);
		const stranger = await server.visitor().post('/api/workspace/enter', { workshopId: id });
		expect(stranger.text).toBe(other.text);
	});

	test('lists the workshop that was changed last first, by the title it has now', async () => {
		const anna = server.visitor();
		const first = await anna.start({ title: 'First' });
		const workspaceToken = tokenOf(first.links.workspace);
		const second = await anna.start({ title: 'Second', workspaceToken });
		const file = (await anna.get(`/api/workshops/${first.id}/file`)).json;
		file.workshop.title = 'First, renamed';
		await anna.put(`/api/workshops/${first.id}/file`, file);
		const { workspaces } = (await anna.get('/api/workspace')).json;
		const [changed, other] = workspaces[0].workshops;
		expect(changed).toMatchObject({ id: first.id, title: 'First, renamed' });
		expect(other).toMatchObject({ id: second.id, title: 'Second' });
		const mine = (await anna.get('/api/mine')).json.workshops;
		expect(mine.map(({ title }: { title: string }) => title)).toEqual(['First, renamed', 'Second']);
	});
});
