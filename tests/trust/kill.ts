import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { seeded } from '../server/rooms/support/seeded.ts';
import { killedRound, type Round } from './killing.ts';

/**
 * Kills the room server while 20 clients write, so many times, and tells what was lost.
 * `node tests/trust/kill.ts --rounds 100 --seed 1`; exits with 1 when anything was.
 */
const { values } = parseArgs({
	options: {
		rounds: { type: 'string', default: '100' },
		seed: { type: 'string', default: '1' }
	}
});
const rounds = Number(values.rounds);
const draw = seeded(Number(values.seed));
const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-kill-'));
const results: Round[] = [];

for (let round = 0; round < rounds; round += 1) {
	const result = await killedRound({ directory, round, rounds, draw });
	results.push(result);
	const lost = result.lostAcknowledged.length + result.lostSeen.length;
	if (lost > 0 || (round + 1) % 10 === 0) console.log(`round ${round + 1}: lost ${lost}`);
}
rmSync(directory, { recursive: true });

const total = (count: (round: Round) => number) =>
	results.reduce((sum, round) => sum + count(round), 0);
const lost = {
	'lost, acknowledged': total(({ lostAcknowledged }) => lostAcknowledged.length),
	'lost, seen by others': total(({ lostSeen }) => lostSeen.length),
	'lost after everybody came back': total(({ lostAfterReturn }) => lostAfterReturn.length)
};
const slowest = Math.max(...results.map(({ readyAfter }) => readyAfter));
console.table({
	rounds,
	seed: Number(values.seed),
	'edits sent': total(({ sent }) => sent),
	acknowledged: total(({ acknowledged }) => acknowledged),
	'seen by others': total(({ seen }) => seen),
	...lost,
	'slowest ready again, ms': Math.round(slowest)
});
const failed = Object.values(lost).some((count) => count > 0) || slowest > 3_000;
process.exit(failed ? 1 : 0);
