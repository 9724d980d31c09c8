import { describe, expect, test } from 'vitest';
import { newChallenge } from '#lib/domain/challenge.ts';
import type { Challenge } from '#lib/domain/challenge.ts';
import { challengesOf, unanswered } from '#lib/domain/critic/answered.ts';
import type { Finding } from '#lib/domain/critic/finding.ts';
import { at } from '#lib/domain/critic/judgement.ts';

const finding: Finding = {
	rule: 'E01',
	outcome: 'fail',
	severity: 3,
	target: at('effect', 'calm', 'evidence.level'),
	scenario: null,
	values: { level: 0 }
};

function challenge(fields: Partial<Challenge>): Challenge {
	return newChallenge('c', { text: 'Why?', target: finding.target, ruleId: 'E01', ...fields });
}

describe('a challenge answers a finding', () => {
	test('with the same rule and target', () => {
		const same = challenge({ target: at('effect', 'calm', 'evidence.level') });
		expect(challengesOf(finding, [same])).toEqual([same]);
	});

	test.each([
		{ ruleId: null },
		{ ruleId: 'E02' },
		{ target: at('effect', 'calm') },
		{ target: at('effect', 'quiet', 'evidence.level') },
		{ target: at('measure', 'calm', 'evidence.level') }
	])('but not with %j', (fields) => {
		expect(challengesOf(finding, [challenge(fields)])).toEqual([]);
	});
});

describe('what must be answered before adopting', () => {
	test('is a failing finding of severity 3 that nobody took over', () => {
		expect(unanswered([finding], [])).toEqual({ findings: [finding], challenges: [] });
	});

	test.each(['adjusted', 'substantiated', 'stands', 'investigate'] as const)(
		'is no longer a finding whose challenge ended as %s',
		(status) => {
			expect(unanswered([finding], [challenge({ status })]).findings).toEqual([]);
		}
	);

	test('is a finding whose challenge is still open, and that challenge when it is severe', () => {
		const light = challenge({ severity: 2 });
		const severe = challenge({ severity: 3 });
		expect(unanswered([finding], [light, severe])).toEqual({
			findings: [finding],
			challenges: [severe]
		});
	});

	test('is no finding that a person must judge, and none of lower severity', () => {
		const review: Finding = { ...finding, outcome: 'review' };
		const lighter: Finding = { ...finding, severity: 2 };
		expect(unanswered([review, lighter], []).findings).toEqual([]);
	});
});
