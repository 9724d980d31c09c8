import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	parseWorkshopFile,
	parseWorkshopValue,
	serialiseWorkshopFile
} from '#lib/domain/workshop-file.ts';
import { exampleNames, exampleText, exampleValue } from './examples.ts';
import type { Json } from './examples.ts';

/** A place in a JSON value: the container and the key inside it. */
type Slot = { container: Json; key: string };

function slotsOf(value: Json): Slot[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.keys(value).flatMap((key) => [{ container: value, key }, ...slotsOf(value[key])]);
}

const nastyValue = fc.oneof(
	fc.jsonValue({ maxDepth: 2 }),
	fc.constantFrom<Json>(-1, 0, 0.5, 1e308, '', 'gone', 'do-nothing', '2027-02-30', [], {}, null),
	fc.constantFrom<Json>({ low: 2, likely: 1, high: 0 }, { low: 1, high: 2 }, { low: 0, likely: 1 })
);

const change = fc.record({
	place: fc.nat(),
	what: fc.constantFrom('replace', 'remove', 'repeat', 'add'),
	value: nastyValue
});

function applyTo(file: Json, { place, what, value }: { place: number; what: string; value: Json }) {
	const slots = slotsOf(file);
	const slot = slots[place % slots.length];
	if (!slot) return;
	const { container, key } = slot;
	if (what === 'replace') container[key] = value;
	if (what === 'remove') delete container[key];
	if (what === 'repeat' && Array.isArray(container)) container.push(structuredClone(container[0]));
	if (what !== 'add' || Array.isArray(container)) return;
	const asOwnKey = { enumerable: true, configurable: true, writable: true };
	Object.defineProperty(container, '__proto__', { value, ...asOwnKey });
}

test('a broken example is read or refused with a place and a sentence, and never crashes', () => {
	const changes = fc.array(change, { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(fc.constantFrom(...exampleNames), changes, (name, list) => {
			const value = exampleValue(name);
			for (const one of list) applyTo(value, one);
			const { file, problems, warnings } = parseWorkshopFile(JSON.stringify(value));
			for (const { path, message } of problems) {
				expect(path).toMatch(/^[a-z]+/);
				expect(message).toMatch(/^\S.{10,}\.$|formula\)$/su);
			}
			for (const { path } of warnings) expect(path).not.toBe('');
			expect(file === undefined).toBe(problems.length > 0);
			if (file) expect(parseWorkshopFile(serialiseWorkshopFile(file)).file).toStrictEqual(file);
		}),
		{ seed: 20270103, numRuns: 400 }
	);
});

test('any JSON value can be offered as a workshop', () => {
	fc.assert(
		fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
			const wrapped = {
				format: 'tegenwicht/workshop',
				version: 1,
				workshop: value,
				parties: value
			};
			expect(parseWorkshopValue(value).problems).not.toEqual([]);
			expect(parseWorkshopValue(wrapped).problems).not.toEqual([]);
		}),
		{ seed: 20270104, numRuns: 500 }
	);
});

test('any bytes can be offered as a file', () => {
	const bytes = new TextEncoder().encode(exampleText('minimal.en'));
	const damage = fc.array(fc.tuple(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 })), {
		minLength: 1,
		maxLength: 5
	});
	fc.assert(
		fc.property(damage, (changes) => {
			const damaged = bytes.slice();
			for (const [index, byte] of changes) damaged[index] = byte;
			const { file, problems } = parseWorkshopFile(damaged);
			expect(file === undefined).toBe(problems.length > 0);
		}),
		{ seed: 20270105, numRuns: 1000 }
	);
});
