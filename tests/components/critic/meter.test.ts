import { describe, expect, test } from 'vitest';
import { flagPlaces } from '#lib/components/critic/flag-places.ts';
import { meterTitle } from '#lib/components/critic/meter-sentences.ts';
import { readMeter } from '#lib/components/critic/meter.ts';
import { criticise } from '#lib/domain/critic/criticise.ts';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import { parseWorkshopValue, type WorkshopFile } from '#lib/domain/workshop-file.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createTranslate } from '#lib/i18n/translate.ts';
import demoFile from '../../fixtures/workshops/demo-molenwijk.nl.json' with { type: 'json' };

const demo = parseWorkshopValue(demoFile).file!;
const dutch = { current: 'nl' as const, t: createTranslate('nl', await loadMessages('nl')) };

function metersOf(file: WorkshopFile) {
	const { scenarios } = createEngine({ samplesPerReplicate: 64, replicates: 1 }).evaluate(file);
	const { findings } = criticise(file);
	return scenarios.map((value) => ({
		value,
		findings,
		meter: readMeter({ file, findings, value })
	}));
}

describe.each(metersOf(demo).slice(1))('the meter of $value.id', ({ value, findings, meter }) => {
	test('splits the whole promise, and nothing else, before and after correction', () => {
		const sum = (of: 'euros' | 'corrected') =>
			meter.parts.reduce((total, part) => total + part[of], 0);
		expect(sum('euros')).toBeCloseTo(value.benefit.mean, 2);
		expect(sum('corrected')).toBeCloseTo(value.correctedBenefit, 2);
		expect(meter.corrected).toBeLessThan(meter.promised);
		for (const part of meter.parts) expect(part.euros).toBeCloseTo(value.support[part.kind], 2);
	});

	test('every flag leads to at least one place that a person can go to', () => {
		for (const flag of meter.flags)
			expect(flagPlaces(flag, findings, value.id), flag.name).not.toEqual([]);
	});

	test('a flag leads first to the effect with the largest sum', () => {
		const flag = meter.flags.find(({ name }) => name === 'weak-evidence')!;
		expect(flagPlaces(flag, findings, value.id).map(({ id }) => id)).toEqual([
			...flag.effectIds,
			...flag.withoutEuros
		]);
	});
});

describe('the sentence above the meter', () => {
	const [, bricks, people] = metersOf(demo).map(({ meter }) => meter);
	const part = (kind: 'substantiated' | 'plausible' | 'wish', euros: number) => ({
		...{ kind, euros, corrected: euros, effects: [] }
	});

	test('says how much of a hundred euros is a wish', () => {
		expect(meterTitle(people!, dutch)).toMatch(
			/^Van elke €\s100 beloofde baat is €\s\d+ een wens\.$/
		);
		expect(meterTitle(bricks!, dutch)).toMatch(
			/^Van elke €\s100 beloofde baat is €\s\d+ onderbouwd\.$/
		);
	});

	test('never rounds a wish away, nor a part to the whole', () => {
		const parts = [part('substantiated', 9_999_999), part('wish', 1)];
		expect(meterTitle({ ...bricks!, promised: 10_000_000, parts }, dutch)).toMatch(/€\s1 een wens/);
		const nearly = [part('substantiated', 1), part('wish', 9_999_999)];
		expect(meterTitle({ ...bricks!, promised: 10_000_000, parts: nearly }, dutch)).toMatch(/€\s99/);
	});

	test('says so when nothing is promised in euros', () => {
		const nothing = { ...bricks!, promised: 0, parts: [], leftOut: 3 };
		expect(meterTitle(nothing, dutch)).toBe('Nog niets beloofd in euro’s.');
		expect(meterTitle({ ...nothing, leftOut: 0 }, dutch)).toBe('Nog niets beloofd.');
	});
});
