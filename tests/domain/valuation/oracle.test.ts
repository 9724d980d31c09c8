import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import type { Distribution } from '#lib/domain/valuation/distribution.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { exampleText } from '../examples.ts';

type Figures = { mean: number; sd: number; quantiles: number[] };
type Total = 'benefit' | 'harm' | 'cost' | 'net' | 'correctedNet';
type Oracle = Record<Total, Figures> & {
	chanceNetPositive: number;
	chanceBest: number;
	expectedRegret: number;
	parties: Record<string, Figures>;
};

/** What oracle.py made of the same workshops with numpy, scipy and a million plain samples. */
const oracle = JSON.parse(
	readFileSync(new URL('oracle/workshops.json', import.meta.url), 'utf8')
) as Record<string, Record<string, Oracle>>;

const samplesOfOracle = 1_000_000;

const texts = {
	'demo-molenwijk.nl': exampleText('demo-molenwijk.nl'),
	'sound-example.nl': exampleText('sound-example.nl'),
	mixed: readFileSync(new URL('oracle/mixed.workshop.json', import.meta.url), 'utf8')
};

/** Quantiles of 16,384 samples lie within 0.04 standard deviation; the noise of p95 is about 0.02. */
function expectClose(found: Distribution, { mean, sd, quantiles }: Figures) {
	expect(Math.abs(found.mean - mean)).toBeLessThanOrEqual(
		(4.5 * sd) / Math.sqrt(samplesOfOracle) + 1e-6 * Math.abs(mean)
	);
	const shown = [found.p5, found.p25, found.p50, found.p75, found.p95];
	for (const [place, value] of shown.entries())
		expect(Math.abs(value - (quantiles[place] ?? NaN))).toBeLessThanOrEqual(
			0.06 * sd + 1e-6 * Math.abs(mean)
		);
}

describe.each(Object.entries(texts))('%s, valued independently', (name, text) => {
	const { file } = parseWorkshopFile(text);
	if (!file) throw new Error(`${name} is refused.`);
	const { scenarios, comparison } = createEngine().evaluate(file);

	test.each(scenarios.slice(1).map((scenario) => [scenario.id, scenario] as const))(
		'gives the same for %s',
		(id, scenario) => {
			const expected = oracle[name]?.[id];
			if (!expected) throw new Error(`The oracle has no ${id}.`);
			for (const total of ['benefit', 'harm', 'cost', 'net', 'correctedNet'] as const)
				expectClose(scenario[total], expected[total]);
			for (const party of scenario.parties)
				expectClose(party.net, expected.parties[party.id] as Figures);
			expect(scenario.chanceNetPositive).toBeCloseTo(expected.chanceNetPositive, 2);
		}
	);

	test('gives the same chances to be best and expected regrets', () => {
		for (const { id, chanceBest, expectedRegret } of comparison) {
			const expected = oracle[name]?.[id];
			const room =
				0.02 * Math.max(...Object.values(oracle[name] ?? {}).map(({ net }) => net?.sd ?? 0));
			expect(Math.abs(chanceBest - (expected?.chanceBest ?? NaN))).toBeLessThan(0.01);
			expect(Math.abs(expectedRegret - (expected?.expectedRegret ?? NaN))).toBeLessThan(room);
		}
	});

	test('has samples at 4,096 whose mean is within 0.01 standard deviation of the closed form', () => {
		const engine = createEngine({ replicates: 1 });
		for (const { net, netSamples } of engine.evaluate(file).scenarios.slice(1)) {
			const column = [...(netSamples[0] ?? [])];
			const mean = column.reduce((sum, euros) => sum + euros, 0) / column.length;
			const squares = column.reduce((sum, euros) => sum + (euros - mean) ** 2, 0);
			const deviation = Math.sqrt(squares / column.length);
			expect(Math.abs(mean - net.mean)).toBeLessThan(0.01 * deviation);
		}
	});
});
