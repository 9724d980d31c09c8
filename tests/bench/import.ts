/**
 * How fast a file of 100,000 rows is read: bytes to observations, which is the preview; and how fast the
 * server writes them, and how long others wait for their turn meanwhile.
 * Run it by hand: npm run bench -- import
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { packBatch } from '#lib/domain/area/figure-batch.ts';
import { hideAcross } from '#lib/server/figures/hide-across.ts';
import { readBatch } from '#lib/server/figures/read-batch.ts';
import { temporaryStore } from '../server/store/temporary-store.ts';
import { workshop } from '../server/store/examples.ts';
import { readImport } from '#lib/importers/read-import.ts';
import { largeFile, surroundings } from '../importers/reading.ts';

const repeats = 7;

type Sample = { readonly clock: number; readonly processor: number };

/** Time on the clock, and processor time, in which other programs on the machine hardly count. */
function timed(bytes: Uint8Array): Sample {
	const [start, used] = [performance.now(), process.cpuUsage()];
	const { counts, ready } = readImport(bytes, {}, surroundings);
	if (!ready) throw new Error(`The file was refused: ${JSON.stringify(counts)}`);
	const { user, system } = process.cpuUsage(used);
	return { clock: performance.now() - start, processor: (user + system) / 1000 };
}

function median(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((one, other) => one - other);
	return Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0);
}

function measured(what: string, target: string, rows: number) {
	const bytes = new TextEncoder().encode(largeFile(rows));
	const first = Math.round(timed(bytes).clock);
	const samples = Array.from({ length: repeats }, () => timed(bytes));
	const clock = median(samples.map((sample) => sample.clock));
	const processor = median(samples.map((sample) => sample.processor));
	return { what, target, megabytes: (bytes.length / 1e6).toFixed(1), first, clock, processor };
}

console.log('Milliseconds on the clock; the first run also compiles the program.');
console.table([
	measured('10,000 rows previewed', 'a twelfth of the next', 10_000),
	measured('100,000 rows previewed', '<= 1000 ms', 100_000)
]);

/** What the server does with 100,000 rows, and how long nobody else gets a turn meanwhile. */
async function imported(rows: number) {
	const { store, discard } = await temporaryStore(() => 0);
	await store.createWorkshop(workshop('bench'));
	const result = readImport(new TextEncoder().encode(largeFile(rows)), {}, surroundings);
	const { areas, indicators, observations } = result;
	const file = { source: 'own-long', fileName: 'a.csv', fileHash: 'ab'.repeat(32), vintage: null };
	const batch = packBatch({ ...file, areas, indicators, observations });
	const body = JSON.stringify({ onSameKey: 'skip', batch });
	const turns = monitorEventLoopDelay({ resolution: 1 });
	turns.enable();
	const [start, used] = [performance.now(), process.cpuUsage()];
	const asked = await readBatch(new Request('http://localhost', { method: 'POST', body }));
	const fresh = await hideAcross(store, { workshopId: 'bench', ...asked }, 10);
	const { added } = await store.importBatch(fresh);
	const clock = Math.round(performance.now() - start);
	const { user, system } = process.cpuUsage(used);
	turns.disable();
	await discard();
	if (added !== rows) throw new Error(`${added} of ${rows} values were added.`);
	const longest = Math.round(turns.max / 1e6);
	const ninetyNinth = Math.round(turns.percentile(99) / 1e6);
	return {
		...{ what: `${rows} rows imported`, target: '<= 4000 ms', clock },
		...{ processor: Math.round((user + system) / 1000), longest, ninetyNinth }
	};
}

console.log('On the server; longest and 99th percentile of the wait for a turn meanwhile.');
console.table([await imported(100_000), await imported(100_000)]);
