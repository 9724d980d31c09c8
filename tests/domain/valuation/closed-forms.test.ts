import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newContribution } from '#lib/domain/contribution.ts';
import type { Effect } from '#lib/domain/effect.ts';
import { newParty } from '#lib/domain/party.ts';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import { RisingColumns } from '#lib/domain/valuation/sampling/rising-columns.ts';
import { Sampler } from '#lib/domain/valuation/sampling/sampler.ts';
import { spreadMean } from '#lib/domain/valuation/sampling/spread-moments.ts';
import { amountDomain, readSpread } from '#lib/domain/valuation/sampling/spread.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { moneyWorkshop, oneMeasure, valueOfAll } from './workshops.ts';

const whole = { samplesPerReplicate: 4096, replicates: 1 };

function momentsOf(column: Float64Array): { mean: number; deviation: number } {
	const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
	const squares = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return { mean, deviation: Math.sqrt(squares / column.length) };
}

/** Ranges that are no points: their width is at least a thousandth of their size. */
const range = fc
	.tuple(
		fc.double({ min: 1, max: 1e6, noNaN: true }),
		fc.double({ min: 0, max: 1, noNaN: true }),
		fc.double({ min: 0.001, max: 5, noNaN: true }),
		fc.option(fc.double({ min: 0.5, max: 1, noNaN: true }), { nil: undefined })
	)
	.map(([low, place, width, confidence]) => ({
		low,
		likely: low * (1 + width * place),
		high: low * (1 + width),
		...(confidence !== undefined && { confidence })
	}));
const twoPoints = fc
	.tuple(
		fc.double({ min: 1, max: 1e6, noNaN: true }),
		fc.double({ min: 1.01, max: 20, noNaN: true })
	)
	.map(([low, times]) => ({ low, high: low * times }));

test('4,096 samples of any range have the mean of its closed form, within 0.01 standard deviation', () => {
	const sampler = new Sampler({ seed: 1, replicate: 0, rising: new RisingColumns(4096, 1) });
	fc.assert(
		fc.property(fc.oneof(range, twoPoints), (quantity) => {
			const spread = readSpread(quantity, amountDomain);
			const { mean, deviation } = momentsOf(
				sampler.drawColumn('record', 'amount', spread) as Float64Array
			);
			expect(Math.abs(mean - spreadMean(spread))).toBeLessThan(0.01 * deviation);
		}),
		{ seed: 11, numRuns: 400 }
	);
});

test('the cost of any contributions has a closed form that 4,096 samples agree with', () => {
	const parties = [newParty('purse', { name: 'Purse', kind: 'budget' })];
	fc.assert(
		fc.property(fc.array(range, { minLength: 1, maxLength: 6 }), fc.nat(30), (amounts, month) => {
			const contributions = amounts.map((amount, place) =>
				newContribution(`c${place}`, {
					partyId: 'purse',
					amount,
					timing: place % 2 === 0 ? 'once' : 'yearly'
				})
			);
			const file = oneMeasure([], {
				parties,
				measure: { contributions, startMonth: month },
				workshop: { horizonYears: 6, discountRate: 0.03 }
			});
			const { net, netSamples } = valueOfAll(file, whole);
			const { mean, deviation } = momentsOf(netSamples[0] ?? new Float64Array());
			expect(Math.abs(mean - net.mean)).toBeLessThan(0.01 * deviation);
		}),
		{ seed: 12, numRuns: 60 }
	);
});

const share = fc
	.tuple(
		fc.double({ min: 0, max: 0.5, noNaN: true }),
		fc.double({ min: 0.01, max: 0.5, noNaN: true })
	)
	.map(([low, width]) => ({ low, likely: low + width / 3, high: low + width }));

test.each(['probability', 'deadweight', 'displacement', 'attributionToOthers', 'dropOff'] as const)(
	'an effect with an uncertain %s has a closed form that 4,096 samples agree with',
	(field) => {
		fc.assert(
			fc.property(share, fc.nat(40), (quantity, startMonth) => {
				const effect: Partial<Effect> & { id: string } = {
					...{ id: 'e', amount: 7, unitValue: 100, startMonth },
					[field]: quantity
				};
				const file = oneMeasure([effect], {
					workshop: { horizonYears: 8, discountRate: 0.0225, discountTiming: 'mid' }
				});
				const { net, netSamples } = valueOfAll(file, whole);
				const { mean, deviation } = momentsOf(netSamples[0] ?? new Float64Array());
				expect(Math.abs(mean - net.mean)).toBeLessThan(0.01 * deviation);
			}),
			{ seed: 13, numRuns: 40 }
		);
	}
);

test('a formula whose inputs stand once has a closed form that 4,096 samples agree with', () => {
	fc.assert(
		fc.property(range, (quantity) => {
			const inputs = [
				{ name: 'homes', quantity, unit: 'homes' },
				{ name: 'fixed', quantity: 3, unit: '' }
			];
			const formula = '(homes + fixed) * 2 / fixed';
			const { net, netSamples } = valueOfAll(oneMeasure([{ id: 'e', formula, inputs }]), whole);
			const { mean, deviation } = momentsOf(netSamples[0] ?? new Float64Array());
			expect(Math.abs(mean - net.mean)).toBeLessThan(0.01 * deviation);
		}),
		{ seed: 14, numRuns: 40 }
	);
});

type Edit = { readonly kind: string; readonly place: number; readonly value: number };

/** Makes one change that somebody could make on the board. */
function edited(file: WorkshopFile, { kind, place, value }: Edit): WorkshopFile {
	const effectAt = place % Math.max(1, file.effects.length);
	const changed = (change: Partial<Effect>) => ({
		...file,
		effects: file.effects.map((one, at) => (at === effectAt ? { ...one, ...change } : one))
	});
	if (kind === 'price') return changed({ unitValue: value });
	if (kind === 'no price') return changed({ unitValue: null });
	if (kind === 'sign') return changed({ direction: value > 50 ? 'harm' : 'benefit' });
	if (kind === 'start') return changed({ startMonth: Math.floor(value) });
	if (kind === 'remove') return { ...file, effects: file.effects.toSpliced(effectAt, 1) };
	if (kind === 'turn') return { ...file, measures: file.measures.toReversed() };
	if (kind === 'rate')
		return { ...file, workshop: { ...file.workshop, discountRate: value / 1000 } };
	const scenarios = file.scenarios.map((scenario) => ({
		...scenario,
		choices: scenario.choices.map((one, at) =>
			at === place % 3 ? { ...one, scale: value / 20, decision: 'do' as const } : one
		)
	}));
	return { ...file, scenarios };
}

const edit: fc.Arbitrary<Edit> = fc.record({
	kind: fc.constantFrom('price', 'no price', 'sign', 'start', 'remove', 'turn', 'rate', 'choice'),
	place: fc.nat(20),
	value: fc.double({ min: 0, max: 100, noNaN: true })
});

test('after any row of edits the engine that kept up equals a fresh one, bit for bit', () => {
	const few = { samplesPerReplicate: 64, replicates: 2 };
	fc.assert(
		fc.property(moneyWorkshop, fc.array(edit, { maxLength: 8 }), (start, edits) => {
			const keeping = createEngine(few);
			let file = start;
			for (const one of edits) {
				keeping.evaluate(file);
				file = edited(file, one);
			}
			const fresh = createEngine(few).evaluate(structuredClone(file));
			expect(JSON.stringify(keeping.evaluate(file))).toBe(JSON.stringify(fresh));
		}),
		{ seed: 15, numRuns: 100 }
	);
});
