import { expect, test } from 'vitest';
import { carrySettled } from '#lib/domain/valuation/carry-settled.ts';
import { createEngine, lastOf } from '#lib/domain/valuation/engine.ts';
import { referenceModel } from '../../bench/reference-model.ts';

const model = referenceModel({ measures: 10, effects: 30, parties: 5 });
const live = createEngine({ samplesPerReplicate: 128, replicates: 1 });
const quick = live.evaluate(model);
const settled = lastOf(createEngine({ samplesPerReplicate: 128, replicates: 16 }).settle(model));

test('as long as nothing changes, the settled picture is shown', () => {
	expect(carrySettled(quick, { settled, quick })).toBe(settled);
});

test('an edit moves what it touches, and the rest stays as it was settled', () => {
	const first = quick.scenarios[1]?.effects[0];
	const effects = model.effects.map((one) =>
		one.id === first?.id ? { ...one, unitValue: 1 } : one
	);
	const shown = carrySettled(live.evaluate({ ...model, effects }), { settled, quick });
	const [before, after] = [settled.scenarios[1], shown.scenarios[1]];
	expect(after?.cost).toBe(before?.cost);
	expect(after?.measures[0]?.cost).toBe(before?.measures[0]?.cost);
	expect(after?.effects[1]).toBe(before?.effects[1]);
	expect(after?.effects[0]).not.toEqual(before?.effects[0]);
	expect(after?.net).not.toEqual(before?.net);
	expect(after?.netSamples[0]).toHaveLength(128);
});

test('numbers, words and lists are carried by place', () => {
	const now = { a: 1, b: [2, 5], c: { d: 'x' } };
	const then = { settled: { a: 1.5, b: [2.5, 3.5], c: { d: 'y' } }, quick: { ...now, b: [2, 3] } };
	expect(carrySettled(now, then)).toEqual({ a: 1.5, b: [2.5, 5], c: { d: 'y' } });
});
