import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../', import.meta.url);
const shared = new URL('../shared/data/', root);

const copies: [string, string][] = [
	...readdirSync(new URL('tests/fixtures/workshops/', root)).map((name): [string, string] => [
		`tests/fixtures/workshops/${name}`,
		`workshops/${name}`
	]),
	...['measures.json', 'indicators.json', 'evidence_levels.json'].map((name): [string, string] => [
		`src/lib/domain/library/data/${name}`,
		name
	]),
	...['demo-molenwijk.nl.json', 'demo-riverside.en.json'].map((name): [string, string] => [
		`src/lib/domain/library/data/${name}`,
		`workshops/${name}`
	]),
	['static/workshop.schema.json', 'workshop.schema.json']
];

test.each(copies)('%s is equal to the original it was copied from', (copy, original) => {
	expect(readFileSync(new URL(copy, root), 'utf8')).toBe(
		readFileSync(new URL(original, shared), 'utf8')
	);
});

test('every workshop of the shared data has a copy', () => {
	expect(readdirSync(new URL('tests/fixtures/workshops/', root)).toSorted()).toEqual(
		readdirSync(new URL('workshops/', shared)).toSorted()
	);
});
