import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readImport } from '#lib/importers/read-import.ts';
import { surroundings } from './reading.ts';

const folder = new URL('../fixtures/nasty/', import.meta.url);
const originals = readdirSync(folder)
	.filter((name) => !name.endsWith('.md'))
	.map((name) => new Uint8Array(readFileSync(new URL(name, folder))));

/** A small generator with a seed (mulberry32), so that a file that breaks something can be made again. */
function chanceFrom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

const pieces = [
	...[';', ',', '\t', '"', '""', '\r', '\n', '\r\n', '\0', '\ufeff', '{', '[', '.', '-', '<5'],
	...['__proto__', 'constructor', 'BU05990320', '2024-Q1', '1e400', '=1+1', 'sep=;\n', 'Totaal;'],
	...['Onderwerp;"";"x"\n', 'é', '\ud800', 'x'.repeat(12_000), '{"type":"FeatureCollection"}']
].map((text) => new TextEncoder().encode(text));

/** Cuts, repeats, changes and inserts bytes, as failing programs and careless people do. */
function mutated(bytes: Uint8Array, chance: () => number): Uint8Array {
	const at = () => Math.floor(chance() * (bytes.length + 1));
	const [from, to] = [at(), at()].sort((one, other) => one - other) as [number, number];
	const piece = pieces[Math.floor(chance() * pieces.length)] as Uint8Array;
	switch (Math.floor(chance() * 5)) {
		case 0:
			return bytes.slice(0, to);
		case 1:
			return joined(bytes.subarray(0, from), bytes.subarray(to));
		case 2:
			return joined(bytes.subarray(0, to), bytes.subarray(from));
		case 3:
			return joined(bytes.subarray(0, from), piece, bytes.subarray(from));
		default:
			return bytes.map((byte, place) => (place === from ? Math.floor(chance() * 256) : byte));
	}
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
	return new Uint8Array(Buffer.concat(parts));
}

/** Ten thousand files take five seconds; `npm run trust` tries fifty times as many as a usual run. */
const files = 2_000 * Number(process.env.TRUST_TIMES ?? 1);

const settings = [
	{},
	{ leaveOutWrongRows: true, period: '2024', personalColumnsSeen: true },
	{ repairText: true, period: '2024-Q1', eventsPer: 'month' as const }
];

/** What the prototypes have that a file could reach through a name. */
function prototypes(): unknown[] {
	return [Object.prototype, Array.prototype, Function.prototype].map((prototype) =>
		Object.entries(Object.getOwnPropertyDescriptors(prototype)).map(([name, { value }]) => [
			name,
			value
		])
	);
}

test(`${files} damaged files never crash the import, change no prototype, give all or nothing`, () => {
	const before = prototypes();
	let accepted = 0;
	for (let seed = 1; seed <= files; seed += 1) {
		const chance = chanceFrom(seed);
		let bytes = originals[seed % originals.length] as Uint8Array;
		for (let times = 1 + Math.floor(chance() * 3); times > 0; times -= 1) {
			bytes = mutated(bytes, chance);
		}
		const chosen = settings[seed % settings.length] as object;
		const result = readImport(bytes, chosen, surroundings);
		const { file, row } = result.counts.problems;
		const stopped = file > 0 || (row > 0 && !('leaveOutWrongRows' in chosen));
		if (stopped || !result.ready) {
			expect(result.ready, `seed ${seed}`).toBe(false);
			expect(result.observations.length + result.areas.length, `seed ${seed}`).toBe(0);
		} else accepted += 1;
		for (const { value, status, area } of result.observations) {
			const known = status === 'ok' || status === 'provisional';
			if (known !== Number.isFinite(value) || !/^(BU|WK|GM|PC|NL)/.test(area)) {
				throw new Error(`seed ${seed}: ${area} has the value ${value} with status ${status}`);
			}
		}
	}
	expect(accepted).toBeGreaterThan(files / 10);
	expect(prototypes()).toEqual(before);
}, 600_000);
