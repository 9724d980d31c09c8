import { describe, expect, test } from 'vitest';
import { newContribution } from '#lib/domain/contribution.ts';
import type { Effect } from '#lib/domain/effect.ts';
import { newParty } from '#lib/domain/party.ts';
import type { Quantity } from '#lib/domain/quantity.ts';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import type { TornadoRow } from '#lib/domain/valuation/tornado.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { oneMeasure, valueOfAll } from './workshops.ts';

const few = { samplesPerReplicate: 16, replicates: 1 };
const parties = [newParty('purse', { name: 'Purse', kind: 'budget' })];

function tornadoOf(file: WorkshopFile): TornadoRow[] {
	const engine = createEngine(few);
	engine.evaluate(file);
	return engine.tornado('all');
}

function paying(amount: Quantity, timing: 'once' | 'yearly' = 'once') {
	const contributions = [newContribution('c1', { partyId: 'purse', amount, timing })];
	return { parties, measure: { contributions } };
}

function row(rows: TornadoRow[], field: string): TornadoRow {
	const found = rows.find(({ target }) => target.field === field);
	if (!found) throw new Error(`No row for ${field}.`);
	return found;
}

/** The net with one field of the effect replaced by a point, the whole model valued again. */
function netWith(
	effect: Partial<Effect> & { id: string },
	cost: number,
	field: keyof Effect,
	value: number
) {
	return valueOfAll(oneMeasure([{ ...effect, [field]: value }], paying(cost))).net.mean;
}

const effect = {
	...{ id: 'e', amount: 10, unitValue: { low: 40, high: 60 }, probability: 0.5, deadweight: 0.2 },
	displacement: { low: 0, likely: 0.1, high: 0.2 }
};

describe('the switching value is where the net is 0', () => {
	test('a net of 200 with an amount of 10, of 50 each, turns at an amount of 6', () => {
		const rows = tornadoOf(oneMeasure([{ id: 'e', amount: 10, unitValue: 50 }], paying(300)));
		expect(row(rows, 'amount').switchingValue).toBe(6);
		expect(row(rows, 'unitValue').switchingValue).toBe(30);
		expect(row(rows, 'probability').switchingValue).toBe(0.6);
		expect(row(rows, 'contributions.c1.amount')).toEqual({
			target: { kind: 'measure', id: 'work', field: 'contributions.c1.amount' },
			...{ low: 200, high: 200, switchingValue: 500 }
		});
	});

	test('valuing the model again with that value gives a net of 0', () => {
		const cost = 120;
		const means = { ...effect, unitValue: 50, displacement: 0.1 };
		const rows = tornadoOf(oneMeasure([means], paying(cost)));
		for (const field of [
			'amount',
			'unitValue',
			'probability',
			'deadweight',
			'displacement'
		] as const) {
			const { switchingValue } = row(rows, field);
			expect(netWith(means, cost, field, switchingValue ?? NaN)).toBeCloseTo(0, 9);
		}
	});

	test('that of a drop-off is found by halving', () => {
		const file = (dropOff: number) =>
			oneMeasure([{ id: 'e', amount: 100, dropOff }], {
				...paying(300),
				workshop: { horizonYears: 10 }
			});
		const { switchingValue } = row(tornadoOf(file(0.05)), 'dropOff');
		expect(valueOfAll(file(switchingValue ?? NaN)).net.mean).toBeCloseTo(0, 9);
	});

	test('that of an input is worked out through its formula, straight or bent', () => {
		const inputs = [
			{ name: 'homes', quantity: { low: 20, likely: 40, high: 60 }, unit: '' },
			{ name: 'share', quantity: 0.5, unit: '' }
		];
		for (const [formula, value] of [
			['homes * share', 30],
			['homes ^ 2 * share / 10', Math.sqrt(300)],
			['sqrt(homes) * share * 10', 9],
			['max(0, homes - 10) * share', 40]
		] as const) {
			const rows = tornadoOf(oneMeasure([{ id: 'e', formula, inputs }], paying(15)));
			expect(row(rows, 'inputs.homes').switchingValue).toBeCloseTo(value, 9);
		}
	});

	test('it is null where the quantity cannot have it or does not matter', () => {
		const recipients = [{ partyId: 'purse', share: 0.5, certain: false }];
		const rich = tornadoOf(oneMeasure([{ id: 'e', amount: 10, recipients }], paying(300)));
		expect(row(rich, 'probability').switchingValue).toBeNull();
		expect(row(rich, 'dropOff').switchingValue).toBeNull();
		expect(row(rich, 'recipients.purse')).toMatchObject({
			low: -290,
			high: -290,
			switchingValue: null
		});
		const nothing = [{ id: 'e', amount: 0, unitValue: 4, deadweight: 0.5 }];
		expect(row(tornadoOf(oneMeasure(nothing, paying(1))), 'deadweight').switchingValue).toBeNull();
		const steep = { id: 'e', formula: 'exp(a)', inputs: [{ name: 'a', quantity: 1, unit: '' }] };
		expect(row(tornadoOf(oneMeasure([steep])), 'inputs.a').switchingValue).toBeNull();
	});
});

describe('low and high are the net at p10 and p90, the rest at their means', () => {
	test('of a lognormal price', () => {
		const rows = tornadoOf(oneMeasure([effect], paying(100)));
		const { low, high } = row(rows, 'unitValue');
		const sigma = Math.log(1.5) / (2 * 1.6448536269514722);
		const at = (sign: number) => Math.sqrt(2400) * Math.exp(sign * sigma * 1.2815515655446004);
		expect(low).toBeCloseTo(10 * at(-1) * 0.5 * 0.8 * 0.9 - 100, 9);
		expect(high).toBeCloseTo(10 * at(1) * 0.5 * 0.8 * 0.9 - 100, 9);
	});

	test('of a cost: more of it is less net', () => {
		const rows = tornadoOf(oneMeasure([effect], paying({ low: 50, likely: 100, high: 200 })));
		const { low, high } = row(rows, 'contributions.c1.amount');
		expect(low).toBeGreaterThan(high);
	});

	test('of every quantity they equal the model valued again with points', () => {
		const range = (middle: number) => ({ low: middle / 2, likely: middle, high: middle * 1.2 });
		const uncertain = {
			...{ id: 'e', amount: range(100), unitValue: range(9), probability: range(0.5) },
			...{ deadweight: range(0.3), displacement: range(0.1), attributionToOthers: range(0.2) },
			...{ dropOff: range(0.2), direction: 'harm' as const }
		};
		const mean = (middle: number) => (middle * (0.5 + 4 + 1.2)) / 6;
		const points = {
			...{ id: 'e', amount: mean(100), unitValue: mean(9), probability: mean(0.5) },
			...{ deadweight: mean(0.3), displacement: mean(0.1), attributionToOthers: mean(0.2) },
			...{ dropOff: mean(0.2), direction: 'harm' as const }
		};
		const setting = { workshop: { horizonYears: 6, discountRate: 0.03 } };
		const rows = tornadoOf(oneMeasure([uncertain], setting));
		for (const field of ['amount', 'unitValue', 'probability', 'deadweight', 'dropOff'] as const) {
			const spread = tenthsOf(uncertain[field]);
			const nets = spread.map(
				(value) => valueOfAll(oneMeasure([{ ...points, [field]: value }], setting)).net.mean
			);
			const { low, high } = row(rows, field);
			expect(low / (nets[0] ?? 0)).toBeCloseTo(1, 5);
			expect(high / (nets[1] ?? 0)).toBeCloseTo(1, 5);
		}
	});

	/** p10 and p90 of a range, as the engine finds them for an effect that is that range alone. */
	function tenthsOf(quantity: { low: number; likely: number; high: number }): number[] {
		const { low, high } = row(tornadoOf(oneMeasure([{ id: 'e', amount: quantity }])), 'amount');
		return [low, high];
	}
});

test('rows are sorted by swing, ties by kind, id and field', () => {
	const file = oneMeasure(
		[
			{ id: 'b', amount: { low: 1, likely: 2, high: 3 }, deadweight: 0.1 },
			{ id: 'a', amount: { low: 1, likely: 5, high: 9 }, unitValue: null },
			{ id: 'c', amount: { low: 1, likely: 5, high: 9 } }
		],
		paying(4)
	);
	const places = tornadoOf(file).map(({ target }) => `${target.id} ${target.field}`);
	expect(places).toEqual([
		...['c amount', 'b amount', 'b deadweight', 'b dropOff', 'b probability', 'b unitValue'],
		...['c dropOff', 'c probability', 'c unitValue', 'work contributions.c1.amount']
	]);
	expect(tornadoOf({ ...file, effects: file.effects.toReversed() })).toEqual(tornadoOf(file));
});

test('doing nothing and a scenario that was not valued have none', () => {
	const engine = createEngine(few);
	engine.evaluate(oneMeasure([effect]));
	expect(engine.tornado('do-nothing')).toEqual([]);
	expect(engine.tornado('gone')).toEqual([]);
});
