import { expect, test } from 'vitest';
import { commonAxis, uncertaintyMarks } from '#lib/charts/uncertainty.ts';

const losing = { mean: -50, p5: -100, p25: -75, p50: -50, p75: -25, p95: 0 };
const gaining = { mean: 160, p5: 100, p25: 125, p50: 150, p75: 200, p95: 300 };

test('one axis holds every result, and zero', () => {
	expect(commonAxis([losing, gaining])).toEqual({ low: -100, high: 300 });
	expect(commonAxis([gaining])).toEqual({ low: 0, high: 300 });
	expect(commonAxis([losing])).toEqual({ low: -100, high: 0 });
});

test('an axis without results, or with nothing but zero, still has a width', () => {
	const nothing = { mean: 0, p5: 0, p25: 0, p50: 0, p75: 0, p95: 0 };
	expect(commonAxis([])).toEqual({ low: -1, high: 1 });
	expect(uncertaintyMarks(nothing, commonAxis([nothing])).dot).toBe(50);
});

test('the thin line is p5 to p95, the thick one p25 to p75, the dot the median and not the mean', () => {
	const marks = uncertaintyMarks(gaining, commonAxis([losing, gaining]));
	expect(marks).toEqual({ zero: 25, thin: [50, 100], thick: [56.25, 75], dot: 62.5 });
});
