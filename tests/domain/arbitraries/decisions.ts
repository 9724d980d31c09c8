import fc from 'fast-check';
import { challengeStatuses, severities } from '#lib/domain/challenge.ts';
import type { Challenge, Target } from '#lib/domain/challenge.ts';
import type { Effect } from '#lib/domain/effect.ts';
import { estimatedFields } from '#lib/domain/round.ts';
import type { Round } from '#lib/domain/round.ts';
import { decisions, scenarioStatuses } from '#lib/domain/scenario.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Known } from './effects.ts';
import {
	date,
	filledText,
	numberBetween,
	oneOfOrNull,
	orNull,
	rangeBetween,
	some,
	text
} from './values.ts';

export function scenario(
	scenarioId: string,
	{ parties, indicators, measures }: Known
): fc.Arbitrary<Scenario> {
	const choices = some(measures).chain((measureIds) =>
		fc.tuple(
			...measureIds.map((measureId) =>
				fc.record({
					measureId: fc.constant(measureId),
					scale: numberBetween(0, 5),
					decision: oneOfOrNull(decisions)
				})
			)
		)
	);
	const review = fc.record({
		date,
		owner: text,
		indicatorIds: some(indicators),
		outcome: orNull(text)
	});
	return fc.record({
		id: fc.constant(scenarioId),
		title: filledText,
		status: fc.constantFrom(...scenarioStatuses),
		choices,
		reviews: fc.array(review, { maxLength: 2 }),
		dissent: dissent(parties)
	});
}

function dissent(parties: string[]): fc.Arbitrary<Scenario['dissent']> {
	if (parties.length === 0) return fc.constant([]);
	const view = fc.record({ partyId: fc.constantFrom(...parties), text: filledText });
	return fc.array(view, { maxLength: 2 });
}

/** Estimates of a quantity that the effect has; none as long as the round is open. */
export function round(roundId: string, parties: string[], effects: Effect[]): fc.Arbitrary<Round> {
	return fc.constantFrom(...effects).chain((effect) => {
		const fields = [
			...estimatedFields,
			...effect.inputs.map(({ name }) => `inputs.${name}`),
			...effect.recipients.map(({ partyId }) => `recipients.${partyId}`)
		];
		const given = fc.record({
			id: fc.constant(roundId),
			effectId: fc.constant(effect.id),
			field: fc.constantFrom(...fields),
			round: fc.constantFrom(1 as const, 2 as const),
			note: text
		});
		const open = given.map((value) => ({ ...value, status: 'open' as const, estimates: [] }));
		const revealed = fc
			.tuple(given, fc.array(estimate(parties), { maxLength: 3 }))
			.map(([value, estimates]) => ({ ...value, status: 'revealed' as const, estimates }));
		return fc.oneof(open, revealed);
	});
}

/** From 0 to 1, so that it can be an estimate of every quantity. */
function estimate(parties: string[]) {
	const given = fc.record({
		partyId: oneOfOrNull(parties),
		confidence: orNull(numberBetween(0.5, 1)),
		reason: text
	});
	return fc
		.tuple(given, rangeBetween(0, 1))
		.map(([value, { low, likely, high }]) => ({ ...value, low, likely, high }));
}

/** A question about one of the targets. */
export function challenge(
	challengeId: string,
	parties: string[],
	targets: Pick<Target, 'kind' | 'id'>[]
): fc.Arbitrary<Challenge> {
	return fc.record({
		id: fc.constant(challengeId),
		target: fc
			.tuple(fc.constantFrom(...targets), oneOfOrNull(['amount', 'recipients.0.share']))
			.map(([target, field]) => ({ ...target, field })),
		ruleId: oneOfOrNull(['E06', 'D02']),
		text: filledText,
		severity: fc.constantFrom(...severities),
		status: fc.constantFrom(...challengeStatuses),
		answer: text,
		answeredByPartyId: oneOfOrNull(parties),
		investigateBy: orNull(date)
	});
}
