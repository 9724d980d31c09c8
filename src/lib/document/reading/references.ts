import type { RecordKind } from '../shape.ts';
import { closingLinks, type ClosingLinks, type Links } from './cycles.ts';
import type { ReadRecord } from './read-record.ts';

export type ReadRecords = ReadonlyMap<string, ReadRecord>;

/** Finds the effects of which no measure is there: nobody can read those. */
export function effectsWithoutMeasure(effects: ReadRecords, measures: ReadRecords): Set<string> {
	const without = new Set<string>();
	for (const [id, { fields }] of effects) {
		const measureIds = fields['measureIds'] as readonly string[];
		if (!measureIds.some((measureId) => measures.has(measureId))) without.add(id);
	}
	return without;
}

/** Lists to which records of its own kind each record points, as far as loops matter. */
export function linksOf(kind: RecordKind, records: ReadRecords): Links {
	const links = new Map<string, readonly string[]>();
	if (kind !== 'measure' && kind !== 'effect') return links;
	for (const [id, { fields }] of records) {
		const targets = kind === 'measure' ? fields['dependsOn'] : [fields['leadsToEffectId']];
		links.set(
			id,
			(targets as readonly unknown[]).filter((target) => typeof target === 'string')
		);
	}
	return links;
}

/** Finds the links that must be passed over; records that nobody can read take no part in a loop. */
export function closingLinksOf(
	kind: RecordKind,
	records: ReadRecords,
	unreadable: ReadonlySet<string>
): ClosingLinks {
	const links = new Map(linksOf(kind, records));
	for (const id of unreadable) links.delete(id);
	return closingLinks(links);
}

/** Lists the ids of which the links that are passed over differ. */
export function changedLinks(before: ClosingLinks, after: ClosingLinks): string[] {
	const ids = new Set([...before.keys(), ...after.keys()]);
	return [...ids].filter((id) => !sameSet(before.get(id), after.get(id)));
}

type MaybeSet = ReadonlySet<string> | undefined;

/** Tells whether two sets hold the same ids. */
export function sameSet(one: MaybeSet, other: MaybeSet): boolean {
	return one?.size === other?.size && [...(one ?? [])].every((id) => other?.has(id));
}
