import type { BoardProblem, ProblemReason } from '../content.ts';
import type { Fields } from '../schema.ts';
import { recordFields, type ItemsField, type RecordKind, type ValueField } from '../shape.ts';
import { repairEffect } from './effect.ts';
import type { Report } from './read-field.ts';
import type { ReadRecord } from './read-record.ts';

/** What a record needs to know of the others to be read. */
export type Surroundings = {
	/** Tells whether a record is there and can be read. */
	readonly exists: (kind: RecordKind, id: string) => boolean;
	/** Tells whether a link from one record to another closes a loop. */
	readonly closesLoop: (kind: RecordKind, from: string, to: string) => boolean;
};

/** A record as everybody sees it; without fields when it cannot be read at all. */
export type ResolvedRecord = {
	readonly fields: Fields | undefined;
	readonly problems: readonly BoardProblem[];
};

/** The links between records of one kind that may not close a loop. */
const linkFields: Partial<Record<RecordKind, string>> = {
	measure: 'dependsOn',
	effect: 'leadsToEffectId'
};

/** Takes out of a record what refers to nothing, and repairs what its fields cannot be together. */
export function resolveRecord(
	kind: RecordKind,
	read: ReadRecord,
	surroundings: Surroundings
): ResolvedRecord {
	const problems: BoardProblem[] = [];
	const report: Report = (field, reason, message) =>
		problems.push({ kind, id: read.id, field, reason, message });
	const resolving: Resolving = { kind, id: read.id, surroundings, report };
	const fields: Record<string, unknown> = { ...read.fields };
	for (const [name, shape] of Object.entries(recordFields[kind])) {
		if (shape.as === 'items') fields[name] = resolveItems(name, shape, read, resolving);
		else if (shape.as === 'value' && shape.refersTo) {
			fields[name] = resolveValue(name, shape, fields[name], resolving);
			if (isMissing(shape, fields[name])) {
				report(name, 'no-measure', withoutMeasure(read.fields));
				return { fields: undefined, problems };
			}
		}
	}
	if (kind !== 'effect') return { fields, problems };
	return { fields: repairEffect(fields, report), problems };
}

function withoutMeasure({ title }: Fields): string {
	return `No measure of the effect "${String(title)}" is left. Link it to one, or remove it.`;
}

type Resolving = {
	readonly kind: RecordKind;
	readonly id: string;
	readonly surroundings: Surroundings;
	readonly report: Report;
};

/** Leaves out references to what is not there: null for one, a shorter list for several. */
function resolveValue(
	path: string,
	shape: ValueField,
	value: unknown,
	resolving: Resolving
): unknown {
	if (Array.isArray(value)) {
		const kept = value.filter((item: unknown) => isUsable(path, shape, item, resolving));
		return kept.length === value.length ? value : kept;
	}
	return isUsable(path, shape, value, resolving) ? value : null;
}

function isUsable(path: string, shape: ValueField, item: unknown, resolving: Resolving): boolean {
	const id = shape.refersBy ? (item as Fields)[shape.refersBy] : item;
	if (shape.refersTo === undefined || typeof id !== 'string') return true;
	const wrong = whatIsWrong(path, shape.refersTo, id, resolving);
	if (wrong) resolving.report(path, ...wrong);
	return !wrong;
}

function whatIsWrong(
	path: string,
	refersTo: RecordKind,
	id: string,
	{ kind, id: from, surroundings }: Resolving
): [ProblemReason, string] | undefined {
	if (!surroundings.exists(refersTo, id)) {
		return ['dangling', `There is no ${refersTo} "${id}" (any more). This reference is left out.`];
	}
	if (linkFields[kind] === path && surroundings.closesLoop(kind, from, id)) {
		return ['cycle', `The link to "${id}" comes back here in a loop. It is left out.`];
	}
	return undefined;
}

function resolveItems(
	name: string,
	shape: ItemsField,
	read: ReadRecord,
	resolving: Resolving
): unknown {
	const items = (read.fields[name] ?? []) as readonly Fields[];
	const keys = read.itemKeys[name] ?? [];
	const resolved = items.flatMap((item, index) => {
		const kept = resolveItem(`${name}.${keys[index] ?? index}`, shape, item, resolving);
		return kept ? [kept] : [];
	});
	const same = resolved.length === items.length && resolved.every((item, at) => item === items[at]);
	return same ? items : resolved;
}

function resolveItem(
	path: string,
	shape: ItemsField,
	item: Fields,
	resolving: Resolving
): Fields | undefined {
	const { keyField, keyRefersTo } = shape;
	if (keyField !== null && keyRefersTo) {
		const key: ValueField = { as: 'value', type: 'string', refersTo: keyRefersTo };
		if (!isUsable(path, key, item[keyField], resolving)) return undefined;
	}
	let resolved = item;
	for (const [name, field] of Object.entries(shape.fields)) {
		if (!field.refersTo) continue;
		const value = resolveValue(`${path}.${name}`, field, item[name], resolving);
		if (isMissing(field, value)) return undefined;
		if (value !== item[name]) resolved = { ...resolved, [name]: value };
	}
	return resolved;
}

function isMissing({ needed }: ValueField, value: unknown): boolean {
	return needed === true && (value === null || (Array.isArray(value) && value.length === 0));
}
