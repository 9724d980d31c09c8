import { expect, test } from 'vitest';
import { comparisonRows } from '#lib/components/scenario/comparison.ts';
import { leftOutOf } from '#lib/components/results/left-out.ts';
import { newContribution } from '#lib/domain/contribution.ts';
import type { Effect } from '#lib/domain/effect.ts';
import { newParty } from '#lib/domain/party.ts';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import { countScenario, hasEuros } from '#lib/domain/valuation/in-euros.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { demoFile, withoutEuros } from '../results/demo.ts';
import { oneMeasure } from '../../domain/valuation/workshops.ts';

const doNothing = { id: 'do-nothing', title: 'Niets doen', choices: [] };

/** Lays the scenarios of a workshop beside each other as the screen does. */
function compare(file: WorkshopFile) {
	const candidates = [doNothing, ...file.scenarios].map((scenario) => ({
		...{ scenario, adopted: false },
		counts: countScenario(scenario, file)
	}));
	const scenarioIds = candidates
		.filter(({ counts }) => hasEuros(counts))
		.map(({ scenario }) => scenario.id);
	const engine = createEngine({ samplesPerReplicate: 256, replicates: 1 });
	const evaluation = engine.evaluate(file, { scenarioIds });
	return {
		rows: comparisonRows(candidates, evaluation),
		leftOut: leftOutOf(file, file.scenarios, evaluation)
	};
}

const shapes: [string, Partial<Effect>, string][] = [
	['nothing estimated', { amount: null, unitValue: null }, 'nothing'],
	['only plus signs', { amount: null, unitValue: null, strength: 2 }, 'nothing'],
	['only units', { amount: 90, unit: 'people', unitValue: null }, 'nothing'],
	['euros', { amount: 90, unitValue: 10 }, 'euros']
];

test.each(shapes)('a scenario with %s is shown without inventing a zero', (_, effect, what) => {
	const contributions = [newContribution('c', { partyId: 'purse', kind: 'hours', hours: 20 })];
	const parties = [newParty('purse', { name: 'Purse', kind: 'budget' })];
	const { rows, leftOut } = compare(
		oneMeasure([{ id: 'e', ...effect }], { parties, measure: { contributions } })
	);
	const [nothing, all] = rows;
	expect(nothing?.cost.mean).toBe(0);
	expect(nothing?.compared?.chanceBest).toBe(what === 'euros' ? 0 : 1);
	expect(all?.cost).toEqual({ mean: undefined, euros: undefined, besides: 1 });
	expect(all?.harm).toEqual({ mean: undefined, euros: undefined, besides: 0 });
	expect(all?.benefit.mean).toBe(what === 'euros' ? 900 : undefined);
	expect(all?.benefit.besides).toBe(what === 'euros' ? 0 : 1);
	expect(all?.compared === undefined).toBe(what === 'nothing');
	expect(leftOut.map(({ what: left }) => left.kind)).toEqual(
		what === 'euros' ? ['contribution'] : ['contribution', 'effect']
	);
});

test('a scenario without euros shares no chance with doing nothing', () => {
	const file = demoFile();
	const bare = withoutEuros(file);
	const { rows } = compare(bare);
	expect(rows.map(({ compared }) => compared?.chanceBest)).toEqual([
		...[1, undefined, undefined, undefined]
	]);
	expect(rows.every(({ net }) => net.euros === undefined || net.mean === 0)).toBe(true);
});

test('an effect that cannot be worked out is named with its reason in the scenarios it belongs to', () => {
	const file = demoFile();
	const [first] = file.effects.filter(({ unitValue }) => unitValue !== null);
	const broken = file.effects.map((effect) =>
		effect.id === first?.id ? { ...effect, amount: null, formula: '0 - 1', inputs: [] } : effect
	);
	const { leftOut } = compare({ ...file, effects: broken });
	const found = leftOut.find(({ id }) => id === first?.id);
	expect(found?.reason).toBe('negative-amount');
	expect(found?.inScenarios).toContain(true);
});

test('a row says how many measures count, and how many of them as a pilot', () => {
	const { rows } = compare(demoFile());
	expect(rows.map(({ measures, pilots }) => [measures, pilots])).toEqual([
		...[
			[0, 0],
			[3, 0],
			[6, 0]
		],
		[6, 3]
	]);
});
