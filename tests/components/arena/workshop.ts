import 'fake-indexeddb/auto';
import './browser-parts.ts';
import { flushSync } from 'svelte';
import { vi } from 'vitest';
import { boardFromFile } from '#lib/document/codec.ts';
import { parseWorkshopValue, type WorkshopFile } from '#lib/domain/workshop-file.ts';
import type { Role } from '#lib/domain/role.ts';
import { newId } from '#lib/live/new-id.ts';
import { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import demo from '../../fixtures/workshops/demo-molenwijk.nl.json' with { type: 'json' };
import { SmallServer } from '../../live/small-server.ts';
import { until } from '../../live/until.ts';
import { mountIn, type Mounted } from '../ui/mounted.ts';
import ArenaHarness from './ArenaHarness.svelte';

let opened = 0;

/** A workshop on a server, and somebody who has its arena open. */
export type OpenArena = Mounted & {
	readonly server: SmallServer;
	readonly session: WorkshopSession;
	readonly said: string[];
	/** The card at a place, such as `effect:crisis`. */
	readonly card: (place: string) => HTMLElement;
	readonly places: (column: string) => string[];
	readonly close: () => Promise<void>;
};

export async function startDemo(change = (file: WorkshopFile) => file): Promise<SmallServer> {
	const server = await new SmallServer().start();
	const { file } = parseWorkshopValue(demo);
	if (!file) throw new Error('the demo does not parse');
	boardFromFile(change(file), server.doc, { newId, random: () => 0.5 });
	return server;
}

export async function openArena(
	server: SmallServer,
	role: Role = 'participant'
): Promise<OpenArena> {
	opened += 1;
	const said: string[] = [];
	const session = new WorkshopSession({
		workshopId: 'demo',
		me: { id: `member${opened}`, role, name: null },
		epoch: 1,
		origin: server.origin,
		tell: (happenings) => said.push(...happenings.map(({ what, count }) => `${count} ${what}`))
	});
	await until(() => session.connection.state === 'saved', 'the board arrives');
	const mounted = await mountIn('nl', ArenaHarness, { session });
	await until(() => session.content.measures.length > 0, 'the measures are read');
	// The editor of cards is fetched behind the board.
	await vi.dynamicImportSettled();
	await new Promise(requestAnimationFrame);
	flushSync();
	return {
		...mounted,
		server,
		session,
		said,
		card(place) {
			const card = mounted.page.querySelector<HTMLElement>(`[data-place="${place}"]`);
			if (!card) throw new Error(`There is no card at ${place}.`);
			return card;
		},
		places: (column) =>
			[...mounted.page.querySelectorAll<HTMLElement>(`[data-column=${column}] [data-place]`)].map(
				({ dataset }) => dataset.place ?? ''
			),
		async close() {
			await mounted.remove();
			await session.close();
		}
	};
}

/** Waits until what others did has been drawn. */
export async function drawn(): Promise<void> {
	await new Promise(requestAnimationFrame);
	flushSync();
}
