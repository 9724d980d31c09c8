import { expect, test } from 'vitest';
import { isWaiting, standingOf } from '#lib/components/critic/standing.ts';
import { newChallenge, type ChallengeStatus } from '#lib/domain/challenge.ts';
import { at } from '#lib/domain/critic/judgement.ts';

const question = { rule: 'C05', target: at('effect', 'crisis', 'deadweight') };
const nothing = { challenges: [], dismissals: [] };
const deed = { at: null, by: null };

function challenge(status: ChallengeStatus, target = question.target) {
	const given = { target, ruleId: question.rule, text: 'Echt?', status };
	const steps = { evidence: '', investigator: null, history: [] };
	return { ...newChallenge('c1', given), ...steps, ...deed };
}

const dismissal = { ...question, reason: 'Nagegaan.', ...deed };

test('a question waits until somebody answers it or sets it aside', () => {
	expect(standingOf(question, nothing)).toBe('open');
	expect(isWaiting(question, nothing)).toBe(true);
	const aside = { ...nothing, dismissals: [dismissal] };
	expect(standingOf(question, aside)).toBe('dismissed');
	expect(isWaiting(question, aside)).toBe(false);
});

test('what was taken over as a challenge still waits, until that is answered', () => {
	const taken = { ...nothing, challenges: [challenge('open')] };
	expect(standingOf(question, taken)).toBe('challenged');
	expect(isWaiting(question, taken)).toBe(true);
	const answered = { ...nothing, challenges: [challenge('stands')] };
	expect(standingOf(question, answered)).toBe('answered');
	expect(isWaiting(question, answered)).toBe(false);
});

test('taking over counts more than setting aside', () => {
	const both = { challenges: [challenge('open')], dismissals: [dismissal] };
	expect(standingOf(question, both)).toBe('challenged');
});

test('what was said about another field says nothing about this one', () => {
	const other = at('effect', 'crisis', 'displacement');
	const answers = {
		challenges: [challenge('stands', other)],
		dismissals: [{ ...dismissal, target: other }]
	};
	expect(standingOf(question, answers)).toBe('open');
});
