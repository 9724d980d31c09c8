import { describe, expect, test } from 'vitest';
import { criticise } from '#lib/domain/critic/criticise.ts';
import { rules } from '#lib/domain/critic/rules/index.ts';
import { drawWorkshop } from '#lib/domain/critic/sketch.ts';
import type { Sketch } from '#lib/domain/critic/sketch.ts';
import { ofRecords } from './edges/records.ts';
import { ofScenarios } from './edges/scenarios.ts';

test.each([...ofRecords, ...ofScenarios])('rule $rule $says', ({ rule, given, outcomes }) => {
	expect(outcomesOf(rule, given)).toEqual(outcomes);
});

describe('harms are not asked what benefits are asked', () => {
	const aboutBenefits = [
		...['E01', 'E02', 'E03', 'E07', 'C01', 'C04', 'C05', 'C06', 'C07', 'C16', 'C17', 'D01'],
		...['G03', 'G06', 'G07', 'K03', 'K08', 'M02', 'M03', 'M04', 'M06', 'M08', 'O01', 'O05'],
		...['O06', 'O07', 'O09', 'T01', 'T05', 'T06', 'D02', 'D03']
	];

	test.each(rules.filter(({ id }) => aboutBenefits.includes(id)))('by rule $id', (rule) => {
		const { failing, reviewing } = rule.examples!;
		for (const example of [failing, reviewing])
			if (example) expect(outcomesOf(rule.id, withHarms(example.given))).toEqual([]);
	});

	const aboutAll = ['C09', 'M01', 'M05', 'O02', 'O03', 'O10', 'O11', 'D07'];

	test.each(rules.filter(({ id }) => aboutAll.includes(id)))('but rule $id asks both', (rule) => {
		const { failing } = rule.examples!;
		expect(outcomesOf(rule.id, withHarms(failing.given))).toEqual([failing.outcome]);
	});
});

function withHarms(sketch: Sketch): Sketch {
	const effects = sketch.effects?.map((effect) => ({ ...effect, direction: 'harm' as const }));
	return { ...sketch, effects };
}

function outcomesOf(rule: string, given: Sketch): string[] {
	const { findings } = criticise(drawWorkshop(given));
	return findings.filter((finding) => finding.rule === rule).map(({ outcome }) => outcome);
}
