import type { Cause } from '#lib/domain/cause.ts';
import type { Effect } from '#lib/domain/effect.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Measure } from '#lib/domain/measure.ts';
import type { Party } from '#lib/domain/party.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Settings } from '#lib/domain/workshop.ts';
import type { RecordKind } from './shape.ts';

/** The record type of every kind. */
export type RecordOf = {
	party: Party;
	indicator: Indicator;
	cause: Cause;
	measure: Measure;
	effect: Effect;
	scenario: Scenario;
};

/**
 * Everything on the board as plain records in display order, repaired so that it is always a valid file.
 * What did not change keeps its identity, so `===` tells whether a record or list is still the same.
 * Every scenario reads as a draft: what was adopted is in the session.
 */
export type BoardContent = {
	readonly workshop: Settings;
	readonly parties: readonly Party[];
	readonly indicators: readonly Indicator[];
	readonly causes: readonly Cause[];
	readonly measures: readonly Measure[];
	readonly effects: readonly Effect[];
	readonly scenarios: readonly Scenario[];
};

/** Why something on the board does not read as it was written. */
export type ProblemReason =
	/** A record under a key that is no id, or a reserved one: left out. */
	| 'bad-id'
	/** Something else than a record or item where one belongs: left out. */
	| 'no-record'
	/** A value of the wrong type or out of its range: read as its default. */
	| 'wrong-value'
	/** A required field is not there: read as its default. */
	| 'missing'
	/** A reference to a record that is not there: left out. */
	| 'dangling'
	/** An effect of which no measure is left: not read until it has one. */
	| 'no-measure'
	/** A reference that closes a loop: left out. */
	| 'cycle'
	/** Receipt shares that together exceed the whole effect: the last ones read as unknown. */
	| 'shares'
	/** An amount beside a formula: the formula counts. */
	| 'computed'
	/** A formula that cannot be computed: read as none. */
	| 'bad-formula'
	/** A formula that uses an input nobody entered yet: read with that input, not estimated. */
	| 'no-input';

/** One repair that reading made. Problems are computed, never stored. */
export type BoardProblem = {
	readonly kind: RecordKind | 'workshop';
	readonly id: string;
	/** Dotted place inside the record, items by their key; null for the record itself. */
	readonly field: string | null;
	readonly reason: ProblemReason;
	/** What was found and how it reads, in English. */
	readonly message: string;
};

/** A record that reads otherwise than before. */
export type RecordChange = {
	readonly kind: RecordKind | 'workshop';
	readonly id: string;
	readonly how: 'added' | 'changed' | 'removed';
};

/** What one transaction changed in what is read. */
export type BoardChange = {
	readonly records: readonly RecordChange[];
	/** True when it was made in this document copy, by a verb or by undo; false when it came from another. */
	readonly local: boolean;
};

/** Where a record or item comes to stand in its list. */
export type Placement = 'first' | 'last' | { readonly before: string } | { readonly after: string };
