import type { Severity, Target, TargetKind } from '../challenge.ts';
import type { Judgements } from './judgement.ts';
import type { Sketch } from './sketch.ts';
import { textsOf } from './texts.ts';
import type { RuleTexts } from './texts.ts';
import type { Thresholds } from './thresholds.ts';
import type { Views } from './views/views.ts';

/** Auto decides on the data, assist hints and a person decides, human is a question without a trigger. */
export type RuleKind = 'auto' | 'assist' | 'human';

/**
 * How a rule judges: one function for each kind of view it looks at.
 * A view holds all that a rule may see, so that a rule only speaks again when something it saw changed.
 */
export type Judge<T extends Thresholds> = {
	readonly [Look in keyof Views]?: (view: Views[Look], thresholds: T) => Judgements;
};

/** A workshop on which a rule speaks, and what it says. */
export type SpeakingExample = {
	readonly given: Sketch;
	readonly outcome: 'fail' | 'review';
	readonly target: Target;
	readonly scenario?: string;
};

/** The proof that a rule carries: it speaks where it should, and stays silent just beside that. */
export type Examples = {
	readonly passing: Sketch;
	readonly nearMiss: Sketch;
	readonly failing: SpeakingExample;
	/** Where a rule that can fail asks a person instead. */
	readonly reviewing?: SpeakingExample;
};

export type Rule = RuleTexts & {
	readonly id: string;
	readonly scope: TargetKind;
	readonly severity: Severity;
	readonly kind: RuleKind;
	readonly thresholds: Thresholds;
	readonly judge: Judge<Thresholds>;
	/** Undefined for a question to the human critic. */
	readonly examples: Examples | undefined;
};

type Definition<T extends Thresholds> = Pick<Rule, 'id' | 'scope' | 'severity'> & {
	readonly kind: 'auto' | 'assist';
	readonly thresholds?: T;
	readonly judge: Judge<T>;
	readonly examples: Examples;
};

/** Makes a rule that the critic judges; its texts come from the critic data. */
export function defineRule<T extends Thresholds = Record<never, never>>(
	definition: Definition<T>
): Rule {
	return {
		...textsOf(definition.id),
		...definition,
		thresholds: definition.thresholds ?? {},
		// thresholds.ts only lets values through of the type that the rule itself declares.
		judge: definition.judge as Judge<Thresholds>
	};
}

/** Makes a question that only the human critic can judge: it never gives a finding. */
export function definePrompt(prompt: Pick<Rule, 'id' | 'scope' | 'severity'>): Rule {
	return {
		...textsOf(prompt.id),
		...prompt,
		kind: 'human',
		thresholds: {},
		judge: {},
		examples: undefined
	};
}
