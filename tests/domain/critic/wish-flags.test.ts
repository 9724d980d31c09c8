import { describe, expect, test } from 'vitest';
import { criticise } from '#lib/domain/critic/criticise.ts';
import { at } from '#lib/domain/critic/judgement.ts';
import { drawWorkshop } from '#lib/domain/critic/sketch.ts';
import { wishFlags } from '#lib/domain/critic/wish-flags.ts';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { exampleText } from '../examples.ts';

const demo = parseWorkshopFile(exampleText('demo-molenwijk.nl')).file!;

function valued(file: WorkshopFile) {
	const { scenarios } = createEngine({ samplesPerReplicate: 64, replicates: 1 }).evaluate(file);
	const { findings } = criticise(file);
	return scenarios.map((value) => ({ value, flags: wishFlags({ file, findings, value }) }));
}

test('doing nothing promises nothing and raises no flag', () => {
	expect(valued(demo)[0]).toMatchObject({ value: { id: 'do-nothing' }, flags: [] });
});

describe.each(valued(demo).slice(1))('the flags of $value.id', ({ value, flags }) => {
	test('come with the largest sum first', () => {
		const sums = flags.map(({ euros }) => euros);
		expect(sums).toEqual(sums.toSorted((one, other) => other - one));
		expect(flags.length).toBeGreaterThan(3);
	});

	test('name all the money that is not substantiated', () => {
		const sumOf = (...names: string[]) =>
			flags.filter(({ name }) => names.includes(name)).reduce((sum, { euros }) => sum + euros, 0);
		expect(sumOf('no-evidence', 'doubted')).toBeCloseTo(value.support.wish, 4);
		expect(sumOf('weak-evidence')).toBeCloseTo(value.support.plausible, 4);
	});

	test('never hold more than the benefit, and less after correction', () => {
		for (const { euros, correctedEuros } of flags) {
			expect(euros).toBeLessThanOrEqual(value.benefit.mean * (1 + 1e-9));
			expect(correctedEuros).toBeLessThanOrEqual(euros);
		}
	});
});

test('a flag sums its benefits in euros and names the others', () => {
	const full = { amount: 10, unitValue: 100, durationMonths: 12, deadweight: 0 };
	const file = drawWorkshop({
		indicators: [{ observations: [{ period: '2026', value: 1 }] }],
		effects: [
			{ ...full, evidence: { level: 3 }, indicatorId: 'indicator' },
			{ ...full, evidence: { level: 2 }, indicatorId: 'indicator', deadweight: null },
			{ amount: 10, evidence: { level: 0 }, indicatorId: 'indicator' },
			{ ...full, direction: 'harm', deadweight: null }
		],
		scenarios: [{}],
		challenges: [{ target: at('effect', 'effect'), severity: 3 }]
	});
	const flags = valued(file)[1]!.flags;
	const named = (name: string) => flags.find((flag) => flag.name === name);
	expect(named('doubted')).toEqual({
		name: 'doubted',
		kind: 'support',
		effectIds: ['effect'],
		withoutEuros: [],
		euros: 1000,
		correctedEuros: 850
	});
	expect(named('weak-evidence')).toMatchObject({ euros: 1000, correctedEuros: 750 });
	expect(named('no-evidence')).toMatchObject({ euros: 0, withoutEuros: ['effect-3'] });
	expect(named('C05')).toMatchObject({
		kind: 'rule',
		effectIds: ['effect-2'],
		withoutEuros: ['effect-3'],
		euros: 1000
	});
	// A finding on the measure is about all its benefits.
	expect(named('G05')).toMatchObject({ effectIds: ['effect', 'effect-2'], euros: 2000 });
});
