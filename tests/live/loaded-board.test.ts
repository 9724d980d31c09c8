import 'fake-indexeddb/auto';
import { afterEach, expect, test, vi } from 'vitest';
import { boardFromFile } from '#lib/document/codec.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { newId } from '#lib/live/new-id.ts';
import { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import demo from '../fixtures/workshops/demo-molenwijk.nl.json' with { type: 'json' };
import { SmallServer } from './small-server.ts';
import { until } from './until.ts';

afterEach(() => vi.unstubAllGlobals());

test('a board that is called loaded is whole, also where the browser draws no frame for a while', async () => {
	vi.stubGlobal('requestAnimationFrame', () => 1);
	vi.stubGlobal('cancelAnimationFrame', () => {});
	const server = await new SmallServer().start();
	const { file } = parseWorkshopValue(demo);
	if (!file) throw new Error('the demo does not parse');
	boardFromFile(file, server.doc, { newId, random: () => 0.5 });
	const session = new WorkshopSession({
		workshopId: 'arriving',
		me: { id: 'm1', role: 'observer', name: null },
		epoch: 1,
		origin: server.origin,
		tell: () => {}
	});
	expect(session.content.measures).toEqual([]);
	await until(() => session.connection.loaded, 'the board arrives');
	expect(session.content.measures).toHaveLength(file.measures.length);
	expect(session.title).toBe(file.workshop.title);
	await session.close();
	await server.stop();
});
