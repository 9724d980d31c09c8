import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import { measuresIn } from '../server/rooms/support/measures.ts';
import { RawClient } from '../server/rooms/support/raw-client.ts';
import { until } from '../server/rooms/support/until.ts';
import { startServer } from '../server/running-server.ts';
import { smallDisk, type SmallDisk } from './small-disk.ts';
import { enter, headersOf, placeOf, writeUntilTold } from './writing-in-vain.ts';

/** Milliseconds in which everybody must know that nothing is saved any more. */
const longestSilence = 2_000;
/** Milliseconds that the store fails; a minute with `npm run trust`. */
const failing = process.env.TRUST_TIMES === undefined ? 4_000 : 60_000;
const patience = 60_000 + failing;

const cleaning: (() => void)[] = [];
afterAll(() => cleaning.forEach((clean) => clean()));

type Trouble = {
	readonly directory: string;
	readonly begin: () => void;
	readonly end: () => void;
};

function fullDisk(disk: SmallDisk): Trouble {
	return { directory: join(disk.directory, 'data'), begin: disk.fill, end: disk.clear };
}

/** Somebody else's program has the database, as a copying or repairing one would. */
function lockedDatabase(): Trouble {
	const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-locked-'));
	cleaning.push(() => rmSync(directory, { recursive: true, force: true }));
	let other: DatabaseSync | undefined;
	return {
		directory,
		begin: () => {
			other = new DatabaseSync(join(directory, 'tegenwicht.db'), { timeout: 5_000 });
			other.exec('BEGIN EXCLUSIVE');
		},
		end: () => other?.close()
	};
}

async function survive({ directory, begin, end }: Trouble): Promise<void> {
	const server = await startServer({}, directory);
	const host = server.visitor();
	const { id, links } = await host.start();
	const guest = server.visitor();
	await guest.join(links.participant);
	const ann = await enter(server, host, id);
	const bob = await enter(server, guest, id);

	const silence = await writeUntilTold(ann, begin);
	console.info(`Told after ${Math.round(silence)} ms that nothing is saved.`);
	const acknowledged = ann.acks.at(-1);
	const deadline = performance.now() + failing;
	const early = new RawClient(placeOf(server, id), headersOf(server, host));
	expect(await early.closed()).toBe(4500);
	const command = await host.command(id, { type: 'set-lobby', open: false });
	expect([command.status, command.json.error.code]).toEqual([503, 'try-later']);
	expect((await host.get('/readyz')).status).toBe(503);
	await until(() => performance.now() > deadline, 'the time passes', patience);
	expect(ann.acks.at(-1)).toBe(acknowledged);

	end();
	await until(async () => (await host.get('/readyz')).status === 200, 'it works again', patience);
	const back = await enter(server, host, id);
	back.sendStepTwo(ann.everything());
	await until(() => back.acks.at(-1) === 2, 'what was kept is saved now', patience);
	expect((await host.command(id, { type: 'set-lobby', open: false })).status).toBe(200);
	await server.stop({ signal: 'SIGKILL', keep: true });

	const again = await startServer({}, directory);
	const reader = again.visitor();
	reader.cookie = host.cookie;
	const last = await enter(again, reader, id);
	expect(measuresIn(last.doc)).toEqual(measuresIn(ann.doc));
	expect(measuresIn(last.doc)).toEqual(expect.arrayContaining(measuresIn(bob.doc)));
	expect(silence).toBeLessThan(longestSilence);
	await last.leave();
	await again.stop();
}

test(
	'with a full disk nothing is said to be saved, everybody knows in two seconds, and when there is room all of it is saved',
	async (context) => {
		const disk = smallDisk(260);
		if (!disk) return context.skip('Not run: only root can make a small disk here.');
		cleaning.push(disk.discard);
		await survive(fullDisk(disk));
	},
	3 * patience
);

test(
	'with a database that another program has, the same',
	() => survive(lockedDatabase()),
	3 * patience
);
