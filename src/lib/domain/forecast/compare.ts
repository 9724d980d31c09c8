import { numbersOfEffect, numbersOfMeasure } from '../critic/questionable-fields.ts';
import type { Effect } from '../effect.ts';
import { isPlainObject } from '../field.ts';
import type { Measure } from '../measure.ts';
import type { Quantity } from '../quantity.ts';
import type { WorkshopFile } from '../workshop-file.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ForecastContent, SealedExpectation } from './forecast.ts';
import { expectationKey } from './stated-expectation.ts';

/** The lists of a workshop file whose records two forecasts are compared by, in reading order. */
export const comparedLists = [
	'parties',
	'indicators',
	'causes',
	'measures',
	'effects',
	'scenarios',
	'challenges'
] as const;

export type ComparedList = (typeof comparedLists)[number];

/** A number of a card before and after; null is not estimated, undefined is that it was not there. */
export type NumberChange = {
	/** Dotted, as the critic names numbers: `amount`, `inputs.reach`, `contributions.c1.hours`. */
	readonly field: string;
	readonly before: Quantity | undefined;
	readonly after: Quantity | undefined;
};

/** A record that is in one of two forecasts only, or not the same in both. */
export type RecordChange = {
	readonly list: ComparedList;
	readonly id: string;
	readonly change: 'added' | 'removed' | 'changed';
	/** Numbers that differ; empty for what was added or removed. */
	readonly numbers: readonly NumberChange[];
	/** Something other than a number differs: words, links, choices. */
	readonly otherwise: boolean;
};

/** What was expected of a figure at a date, before and after; undefined is that it was not asked. */
export type ExpectationChange = {
	readonly indicatorId: string;
	readonly date: string;
	readonly before: SealedExpectation | undefined;
	readonly after: SealedExpectation | undefined;
};

/** What is not in a list and still makes the outcomes of two forecasts differ. */
export type Circumstance = 'scenario' | 'settings';

export type ForecastComparison = {
	readonly differs: readonly Circumstance[];
	readonly records: readonly RecordChange[];
	readonly expectations: readonly ExpectationChange[];
};

type Compared = Pick<ForecastContent, 'workshop' | 'expectations' | 'scenarioId'>;

/**
 * Lists what was added, removed and changed between two forecasts of a workshop, whichever was sealed
 * first. What is the same in both is left out.
 */
export function compareForecasts(before: Compared, after: Compared): ForecastComparison {
	const same = {
		scenario: before.scenarioId === after.scenarioId,
		settings: isSame(before.workshop.workshop, after.workshop.workshop)
	};
	return {
		differs: (['scenario', 'settings'] as const).filter((one) => !same[one]),
		records: comparedLists.flatMap((list) =>
			recordChanges(list, before.workshop[list], after.workshop[list])
		),
		expectations: pairsOf(before.expectations, after.expectations, expectationKey).flatMap((pair) =>
			expectationChange(pair)
		)
	};
}

type Pair<Item> = { readonly before: Item | undefined; readonly after: Item | undefined };

/** Puts what has the same key beside each other: first what was there before, then what is new. */
function pairsOf<Item>(
	before: readonly Item[],
	after: readonly Item[],
	keyOf: (item: Item) => string
): Pair<Item>[] {
	const earlier = new Map(before.map((item) => [keyOf(item), item]));
	const later = new Map(after.map((item) => [keyOf(item), item]));
	return [...new Set([...earlier.keys(), ...later.keys()])].map((key) => ({
		before: earlier.get(key),
		after: later.get(key)
	}));
}

type AnyRecord = WorkshopFile[ComparedList][number];

function recordChanges(
	list: ComparedList,
	before: readonly AnyRecord[],
	after: readonly AnyRecord[]
): RecordChange[] {
	return pairsOf(before, after, ({ id }) => id).flatMap((pair): RecordChange[] => {
		const id = pair.before?.id ?? pair.after?.id ?? '';
		const whole = { list, id, numbers: [], otherwise: false };
		if (!pair.before) return [{ ...whole, change: 'added' }];
		if (!pair.after) return [{ ...whole, change: 'removed' }];
		if (isSame(pair.before, pair.after)) return [];
		const numbers = numberChanges(list, pair.before, pair.after);
		const otherwise = !isSame(
			withoutNumbers(pair.before, numbers),
			withoutNumbers(pair.after, numbers)
		);
		return [{ ...whole, change: 'changed', numbers, otherwise }];
	});
}

function numberChanges(list: ComparedList, before: AnyRecord, after: AnyRecord): NumberChange[] {
	const fields = new Set([...numbersOf(list, before), ...numbersOf(list, after)]);
	return [...fields].flatMap((field) => {
		const change = { before: numberAt(before, field), after: numberAt(after, field) };
		return isSame(change.before, change.after) ? [] : [{ field, ...change }];
	});
}

function numbersOf(list: ComparedList, record: AnyRecord): string[] {
	// A record of a list has the type that the list has.
	if (list === 'effects') return numbersOfEffect(record as Effect);
	return list === 'measures' ? numbersOfMeasure(record as Measure) : [];
}

const namedBy = { inputs: 'name', recipients: 'partyId', contributions: 'id' } as const;
const numberIn = { inputs: 'quantity', recipients: 'share' } as const;

function numberAt(record: object, field: string): Quantity | undefined {
	const [name = '', key, part] = field.split('.');
	const value: unknown = Reflect.get(record, name);
	// Which numbers a card has is said by the domain, and so is their type.
	if (key === undefined) return value as Quantity | undefined;
	const item = itemOf(name, value, key);
	return item?.[part ?? numberIn[name as keyof typeof numberIn]] as Quantity | undefined;
}

function itemOf(name: string, list: unknown, key: string): Record<string, unknown> | undefined {
	const by = namedBy[name as keyof typeof namedBy];
	const items: unknown[] = Array.isArray(list) ? list : [];
	return items.filter(isPlainObject).find((item) => item[by] === key);
}

/** A copy in which the numbers that changed are left out, so that what is left shows other changes. */
function withoutNumbers(record: object, changes: readonly NumberChange[]): object {
	const copy = structuredClone(record);
	for (const { field } of changes) {
		const [name = '', key, part] = field.split('.');
		if (key === undefined) Reflect.deleteProperty(copy, name);
		else {
			const item = itemOf(name, Reflect.get(copy, name), key);
			if (item) Reflect.deleteProperty(item, part ?? numberIn[name as keyof typeof numberIn]);
		}
	}
	return copy;
}

function expectationChange(pair: Pair<SealedExpectation>): ExpectationChange[] {
	const one = pair.before ?? pair.after;
	if (!one || isSame(pair.before, pair.after)) return [];
	return [{ indicatorId: one.indicatorId, date: one.date, ...pair }];
}

function isSame(one: unknown, other: unknown): boolean {
	if (one === undefined || other === undefined) return one === other;
	return canonicalJson(one) === canonicalJson(other);
}
