import type { Sketch } from '#lib/domain/critic/sketch.ts';

/** A workshop just on one side of the line that a rule draws. */
export type Edge = {
	readonly rule: string;
	/** Reads after the id of the rule. */
	readonly says: string;
	readonly given: Sketch;
	readonly outcomes: readonly ('fail' | 'review')[];
};

/** The rule says nothing. */
export function silent(rule: string, says: string, given: Sketch): Edge {
	return { rule, says: `is silent ${says}`, given, outcomes: [] };
}

/** The rule fails once. */
export function fails(rule: string, says: string, given: Sketch): Edge {
	return { rule, says: `fails ${says}`, given, outcomes: ['fail'] };
}

/** The rule asks a person once. */
export function asks(rule: string, says: string, given: Sketch): Edge {
	return { rule, says: `asks a person ${says}`, given, outcomes: ['review'] };
}
