import { expect, test } from 'vitest';
import { planQuestions } from '#lib/components/forecast/plan-questions.ts';
import { criticise } from '#lib/domain/critic/criticise.ts';
import { questionsOf } from '#lib/domain/critic/question.ts';
import { parseWorkshopValue, type WorkshopFile } from '#lib/domain/workshop-file.ts';
import demo from '../../fixtures/workshops/demo-molenwijk.nl.json' with { type: 'json' };

const parsed = parseWorkshopValue(demo).file!;
const scenario = 'together-small';
const unanswered = { challenges: [], dismissals: [] };

/** The demo with nothing that a figure could be measured by. */
const blind: WorkshopFile = {
	...parsed,
	indicators: parsed.indicators.map((indicator) => ({
		...indicator,
		...{ observations: [], comparisonArea: null, smallestCell: 3 }
	})),
	effects: parsed.effects.map((effect) => ({ ...effect, claim: 'caused' as const }))
};

const asked = (file: WorkshopFile, answers = unanswered) =>
	planQuestions(questionsOf(criticise(file, { scenario }).findings), answers);

test('what the critic asks about measuring is put together by rule, the heaviest first', () => {
	const rules = asked(blind).map(({ rule }) => rule);
	expect(rules).toEqual(expect.arrayContaining(['O02', 'O06', 'O10']));
	expect(new Set(rules).size).toBe(rules.length);
	expect(rules.every((rule) => /^O\d\d$|^T02$/.test(rule))).toBe(true);
	const weights = asked(blind).map(({ severe }) => Number(severe));
	expect(weights).toEqual(weights.toSorted((one, other) => other - one));
	const [first] = asked(blind);
	expect(first!.severe).toBe(true);
});

test('what was set aside with a reason is not asked again here', () => {
	const [{ rule, questions }] = asked(blind) as [ReturnType<typeof asked>[number]];
	const dismissals = questions.map(({ target }) => ({
		...{ id: target.id, rule, target, reason: 'Dat weten wij.', at: null, by: null }
	}));
	const left = asked(blind, { challenges: [], dismissals } as unknown as typeof unanswered);
	expect(left.map((one) => one.rule)).not.toContain(rule);
});
