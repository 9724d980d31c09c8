import type { Judgements } from './judgement.ts';
import type { Rule } from './rule.ts';
import type { Thresholds } from './thresholds.ts';
import type { Views } from './views/views.ts';

/** A rule with the way in which it judges one kind of view. */
export type Seat<Look extends keyof Views> = {
	readonly rule: Rule;
	readonly judge: (view: Views[Look], thresholds: Thresholds) => Judgements;
};

/** Who judges what: for each kind of view the rules that look at it. */
export type Seats = { readonly [Look in keyof Views]: readonly Seat<Look>[] };

export function seatsOf(rules: readonly Rule[]): Seats {
	return {
		workshop: lookingAt('workshop', rules),
		party: lookingAt('party', rules),
		indicator: lookingAt('indicator', rules),
		cause: lookingAt('cause', rules),
		measure: lookingAt('measure', rules),
		effect: lookingAt('effect', rules),
		outlines: lookingAt('outlines', rules),
		outline: lookingAt('outline', rules),
		programme: lookingAt('programme', rules),
		scenario: lookingAt('scenario', rules),
		anyScenario: lookingAt('anyScenario', rules),
		round: lookingAt('round', rules),
		challenge: lookingAt('challenge', rules)
	};
}

function lookingAt<Look extends keyof Views>(look: Look, rules: readonly Rule[]): Seat<Look>[] {
	return rules.flatMap((rule): Seat<Look>[] => {
		const judge: Rule['judge'][Look] = rule.judge[look];
		return judge ? [{ rule, judge }] : [];
	});
}
