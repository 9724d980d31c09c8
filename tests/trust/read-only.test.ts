import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measuresIn } from '../server/rooms/support/measures.ts';
import { until } from '../server/rooms/support/until.ts';
import { startServer } from '../server/running-server.ts';
import { breakingDisk } from './breaking-disk.ts';
import { enter, writeUntilTold } from './writing-in-vain.ts';

const patience = 60_000;

const cleaning: (() => void)[] = [];
afterAll(() => cleaning.forEach((clean) => clean()));

test(
	'with a disk that becomes read-only nothing is said to be saved, everybody is told, and on a sound disk all of it is saved',
	async (context) => {
		const disk = breakingDisk(260);
		if (!disk) return context.skip('Not run: only root can make a disk that breaks here.');
		cleaning.push(disk.discard);
		const directory = join(disk.directory, 'data');
		const server = await startServer({}, directory);
		const host = server.visitor();
		const { id } = await host.start();
		const ann = await enter(server, host, id);

		const silence = await writeUntilTold(ann, disk.breakDown);
		console.info(`Told after ${Math.round(silence)} ms that nothing is saved.`);
		expect((await host.get('/readyz')).status).toBe(503);
		expect((await host.get('/healthz')).status).toBe(200);
		const command = await host.command(id, { type: 'set-lobby', open: false });
		expect([command.status, command.json.error.code]).toEqual([503, 'try-later']);
		await server.stop({ keep: true });

		disk.repair();
		const again = await startServer({}, directory);
		const reader = again.visitor();
		reader.cookie = host.cookie;
		const back = await enter(again, reader, id);
		const saved = measuresIn(back.doc);
		expect(saved.length).toBeGreaterThanOrEqual((ann.acks.at(-1) ?? 1) - 1);
		back.sendStepTwo(ann.everything());
		await until(() => back.acks.at(-1) === 2, 'what was kept is saved now', patience);
		const last = await enter(again, reader, id);
		expect(measuresIn(last.doc)).toEqual(measuresIn(ann.doc));
		await back.leave();
		await last.leave();
		await again.stop();
	},
	3 * patience
);
