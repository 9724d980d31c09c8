/**
 * How fast a file of 100,000 rows is read: bytes to observations, which is the preview and its dry run.
 * Run it by hand: npm run bench -- import
 */
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
