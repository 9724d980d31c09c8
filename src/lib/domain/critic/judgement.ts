import type { Target, TargetKind } from '../challenge.ts';

/** Review: the data give a hint and a person must judge. */
export type Outcome = 'pass' | 'fail' | 'review';

/** What a rule looked at, by name; lists hold ids, in the order of the file. */
export type Values = { readonly [name: string]: Value };

export type Value = string | number | null | readonly string[];

/** What a rule says about one place, with the values it saw. */
export type Judgement = {
	readonly outcome: Outcome;
	readonly target: Target;
	readonly values: Values;
	/** Only where a rule that looks at the whole workshop speaks about one scenario. */
	readonly scenario?: string;
};

/** What one look of a rule gives: nothing when there is nothing to judge. */
export type Judgements = Judgement | readonly Judgement[];

/** Points to a field of a record, dotted inside lists; without a field to the record as a whole. */
export function at(kind: TargetKind, id: string, field: string | null = null): Target {
	return { kind, id, field };
}

/** Fails when the condition holds, else passes. */
export function failIf(condition: boolean, target: Target, values: Values = {}): Judgement {
	return { outcome: condition ? 'fail' : 'pass', target, values };
}

/** Asks a person to judge when the condition holds, else passes. */
export function reviewIf(condition: boolean, target: Target, values: Values = {}): Judgement {
	return { outcome: condition ? 'review' : 'pass', target, values };
}

/** Pairs grow as the square of the cards: nobody reads more, and no file may use up the memory. */
export const mostPairs = 1000;
