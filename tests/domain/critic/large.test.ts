import { expect, test } from 'vitest';
import { criticise } from '#lib/domain/critic/criticise.ts';
import { mostPairs } from '#lib/domain/critic/judgement.ts';
import { drawWorkshop } from '#lib/domain/critic/sketch.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

/** As many records as fit in the largest file that is read. */
const many = 20_000;

const one = drawWorkshop({
	parties: [{}, {}],
	indicators: [{ observations: [{ period: '2024', value: 1 }] }],
	measures: [{ leadPartyId: 'party', durationMonths: 6, flags: ['already-running'] }],
	effects: [
		{
			...{ amount: 1, unitValue: 1, because: 'Neighbours who meet call each other first.' },
			...{ indicatorId: 'indicator', recipients: [{ partyId: 'party', share: 1 }] }
		}
	],
	scenarios: [{}]
});

function copies<Item extends { id: string }>(
	items: readonly Item[],
	change: (index: number) => Partial<Item>
): Item[] {
	const [first] = items;
	return Array.from({ length: many }, (_, index) => ({
		...first!,
		id: `copy-${index}`,
		...change(index)
	}));
}

function countsOf(file: WorkshopFile): Map<string, number> {
	const counts = new Map<string, number>();
	for (const { rule } of criticise(file).findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
	return counts;
}

test('thousands of effects of one measure are judged, with a limit to what is said of pairs', () => {
	const effects = copies(one.effects, () => ({}));
	const counts = countsOf({ ...one, effects });
	expect(counts.get('D07')).toBe(mostPairs);
	expect(counts.get('E01')).toBe(many);
});

test('a chain of thousands of effects is followed to its end', () => {
	const effects = copies(one.effects, (index) => ({
		...{ indicatorId: null, unitValue: null, measureIds: ['measure'] },
		leadsToEffectId: index + 1 < many ? `copy-${index + 1}` : null
	}));
	expect(countsOf({ ...one, effects }).get('O01')).toBe(many);
	const measured = effects.with(-1, { ...effects.at(-1)!, indicatorId: 'indicator' });
	expect(countsOf({ ...one, effects: measured }).get('O01')).toBeUndefined();
});

test('thousands of measures of one type are judged, with a limit to what is said of pairs', () => {
	const size = many / 8;
	const measures = copies(one.measures, (index) => ({
		leadPartyId: index % 2 === 0 ? 'party' : 'party-2',
		startMonth: index % 2 === 0 ? 0 : 24
	})).slice(0, size);
	const effects = measures.map(({ id }) => ({ ...one.effects[0]!, id, measureIds: [id] }));
	const choices = measures.map(({ id }) => ({ measureId: id, scale: 1, decision: null }));
	const scenarios = [{ ...one.scenarios[0]!, choices }];
	const counts = countsOf({ ...one, measures, effects, scenarios });
	expect(counts.get('G06')).toBe(mostPairs);
	expect(counts.get('G05')).toBe(size);
});

test('an indicator with thousands of values is judged', () => {
	const observations = Array.from({ length: 5 * many }, (_, index) => ({
		period: `${1000 + (index % 9000)}-${String(1 + (index % 12)).padStart(2, '0')}`,
		value: index,
		source: null
	}));
	const indicators = [{ ...one.indicators[0]!, unit: '', observations }];
	expect(countsOf({ ...one, indicators }).get('M01')).toBeUndefined();
	const effects = [{ ...one.effects[0]!, amount: 6 * many }];
	expect(countsOf({ ...one, indicators, effects }).get('M01')).toBe(1);
});
