import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { seeded } from '../server/rooms/support/seeded.ts';
import { killedRound } from './killing.ts';

const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-kill-'));
const draw = seeded(20_260_731);

afterAll(() => rmSync(directory, { recursive: true }));

test.each([0, 1, 2])(
	'a server killed while 20 clients write keeps all that was acknowledged or seen (round %i)',
	async (round) => {
		const result = await killedRound({ directory, round, rounds: 3, draw });
		expect(result.acknowledged).toBeGreaterThan(20);
		expect(result.seen).toBeGreaterThan(20);
		expect(result.lostAcknowledged).toEqual([]);
		expect(result.lostSeen).toEqual([]);
		expect(result.lostAfterReturn).toEqual([]);
	}
);
