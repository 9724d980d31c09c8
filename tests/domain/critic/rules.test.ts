import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Critic } from '#lib/domain/critic/criticise.ts';
import type { Finding } from '#lib/domain/critic/finding.ts';
import type { Rule, SpeakingExample } from '#lib/domain/critic/rule.ts';
import { rules } from '#lib/domain/critic/rules/index.ts';
import { drawWorkshop } from '#lib/domain/critic/sketch.ts';
import type { Sketch } from '#lib/domain/critic/sketch.ts';
import { thresholdText } from '#lib/domain/critic/threshold-texts.ts';
import rulesFile from '#lib/domain/critic/data/critic_rules.json' with { type: 'json' };

const folder = new URL('../../../src/lib/domain/critic/rules/', import.meta.url);

describe('the list of rules', () => {
	test('holds every rule file of the folder', async () => {
		const names = readdirSync(folder).filter((name) => name !== 'index.ts');
		const modules = await Promise.all(names.map((name) => import(new URL(name, folder).href)));
		const inFolder = modules.map(({ rule }) => rule.id);
		expect(new Set(inFolder).size).toBe(names.length);
		expect(inFolder.toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
		for (const [index, name] of names.entries())
			expect(name).toMatch(new RegExp(`^${inFolder[index].toLowerCase()}-[a-z-]+\\.ts$`));
	});

	test('says of every rule what the critic data say', () => {
		const stated = rules.map(
			({ id, group, kind, severity, scope, title, question, source, thresholds }) => ({
				...{ id, group, check: kind, severity, scope },
				...{ title, question, source, thresholds }
			})
		);
		expect(stated).toEqual(rulesFile.rules);
	});

	test('has 73 rules that decide, 6 that hint and 6 questions to a person', () => {
		const count = (kind: Rule['kind']) => rules.filter((rule) => rule.kind === kind).length;
		expect([count('auto'), count('assist'), count('human')]).toEqual([73, 6, 6]);
	});
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('rule %s', (id, rule) => {
	if (!rule.examples) {
		test('is a question to a person and never speaks by itself', () => {
			expect(rule.kind).toBe('human');
			expect(rule.judge).toEqual({});
			expect(rule.remedy).toBeUndefined();
		});
		return;
	}
	const { passing, nearMiss, failing, reviewing } = rule.examples;

	test('is silent on its passing example', () => expect(spoken(rule, passing)).toEqual([]));

	test('is silent on its near miss', () => expect(spoken(rule, nearMiss)).toEqual([]));

	test('speaks on its failing example, on the place at fault', () => {
		expect(spoken(rule, failing.given).map(placed)).toEqual([expected(id, failing)]);
		if (rule.kind === 'assist') expect(failing.outcome).toBe('review');
	});

	if (reviewing) {
		test('asks a person on its reviewing example', () => {
			expect(spoken(rule, reviewing.given).map(placed)).toEqual([expected(id, reviewing)]);
			expect(reviewing.outcome).toBe('review');
		});
	}

	test('says in both languages why it speaks and what would remove it', () => {
		for (const text of [rule.reason, rule.remedy])
			for (const words of [text?.nl, text?.en]) expect(words).toMatch(/^\p{Lu}.*\.$/u);
	});
});

function spoken(rule: Rule, sketch: Sketch): readonly Finding[] {
	return new Critic({ rules: [rule] }).judge(drawWorkshop(sketch)).findings;
}

function placed({ rule, outcome, target, scenario }: Finding) {
	return { rule, outcome, target, scenario };
}

function expected(rule: string, { outcome, target, scenario }: SpeakingExample) {
	return { rule, outcome, target, scenario: scenario ?? null };
}

test('every threshold is a question in both languages, with a unit that its value has', () => {
	for (const { id, thresholds } of rules)
		for (const [key, value] of Object.entries(thresholds)) {
			const text = thresholdText(`${id}.${key}`);
			expect(text?.nl, `${id}.${key}`).toMatch(/^\p{Lu}.*\?$/u);
			expect(text?.en, `${id}.${key}`).toMatch(/^\p{Lu}.*\?$/u);
			const listed = ['words', 'types', 'sectors', 'indicators'].includes(text?.unit ?? '');
			expect(listed, `${id}.${key}`).toBe(Array.isArray(value));
		}
	expect(thresholdText('D02.nothing')).toBeUndefined();
});
