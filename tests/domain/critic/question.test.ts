import fc from 'fast-check';
import { expect, test } from 'vitest';
import { criticise } from '#lib/domain/critic/criticise.ts';
import type { Finding } from '#lib/domain/critic/finding.ts';
import { at } from '#lib/domain/critic/judgement.ts';
import { keyOf, questionsOf, queueOf } from '#lib/domain/critic/question.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { exampleText } from '../examples.ts';

const demo = criticise(parseWorkshopFile(exampleText('demo-molenwijk.nl')).file!).findings;

function finding(given: Partial<Finding>): Finding {
	const target = at('effect', 'quiet', 'amount');
	return {
		...{ rule: 'M02', outcome: 'fail', severity: 2, target, scenario: null, values: {} },
		...given
	};
}

test('what is asked of a place in several scenarios is one question that names them', () => {
	const [question, ...others] = questionsOf([
		finding({ scenario: 'bricks', outcome: 'review' }),
		finding({ scenario: 'people' })
	]);
	expect(others).toEqual([]);
	expect(question).toMatchObject({ outcome: 'fail', scenarios: ['bricks', 'people'] });
});

test('another rule, record or field is another question', () => {
	const findings = [
		finding({}),
		finding({ rule: 'M03' }),
		finding({ target: at('effect', 'loud', 'amount') }),
		finding({ target: at('effect', 'quiet', null) })
	];
	expect(questionsOf(findings)).toHaveLength(4);
	expect(new Set(findings.map(keyOf)).size).toBe(4);
});

test('no finding of the demo is lost on its way into the queue', () => {
	const queued = queueOf(questionsOf(demo)).flatMap(({ questions }) =>
		questions.flatMap(({ findings }) => findings)
	);
	expect(new Set(queued)).toEqual(new Set(demo));
	expect(queued).toHaveLength(demo.length);
});

test('the queue begins with the record that must be answered most', () => {
	const target = at('effect', 'loud', 'deadweight');
	const queue = queueOf(
		questionsOf([
			finding({}),
			finding({ rule: 'C09', target: at('effect', 'quiet', 'because') }),
			finding({ rule: 'C05', severity: 3, outcome: 'review', target }),
			finding({ rule: 'D01', severity: 3, target: at('effect', 'soft', 'recipients') })
		])
	);
	expect(queue.map(({ id }) => id)).toEqual(['soft', 'loud', 'quiet']);
});

test('a record never stands before one with a heavier question, in any order of findings', () => {
	const anyFinding = fc
		.record({
			severity: fc.constantFrom(1, 2, 3),
			outcome: fc.constantFrom('fail', 'review'),
			id: fc.constantFrom('a', 'b', 'c', 'd'),
			rule: fc.constantFrom('C05', 'C06', 'E01')
		})
		.map(({ id, ...given }) => finding({ ...given, target: at('effect', id) } as Partial<Finding>));
	fc.assert(
		fc.property(fc.array(anyFinding, { maxLength: 12 }), (findings) => {
			const heaviest = queueOf(questionsOf(findings)).map(({ questions }) =>
				Math.max(...questions.map(({ severity }) => severity))
			);
			expect(heaviest).toEqual(heaviest.toSorted((one, other) => other - one));
		}),
		{ seed: 4 }
	);
});
