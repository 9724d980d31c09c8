import * as v from 'valibot';
import { isId } from '#lib/domain/identifier.ts';
import { reasonOf } from '#lib/domain/reason.ts';
import type { BoardProblem, ProblemReason } from '../content.ts';
import { keyOf, nameOf } from '../key.ts';
import { mapIn, type BoardMaps } from '../maps.ts';
import { reaches, type Links } from '../reading/cycles.ts';
import type { ReadRecord } from '../reading/read-record.ts';
import { resolveRecord, type Surroundings } from '../reading/resolve.ts';
import { unfit, type Refusal, type RefusalReason } from '../refusal.ts';
import type { Fields, Schemas } from '../schema.ts';
import type { RecordKind } from '../shape.ts';
import { hasTooLongText, tooLong } from './text-length.ts';

/**
 * Gives values as their schemas understand them, or the first that does not fit.
 * @throws TypeError for a field that does not exist or has verbs of its own: a mistake in the program.
 */
export function parseFields(schemas: Schemas, given: Fields, path = ''): Fields | Refusal {
	const parsed: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(given)) {
		const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
		if (!schema) throw new TypeError(`There is no field "${path}${name}" to change this way.`);
		const result = v.safeParse(schema, value);
		if (!result.success) {
			const [issue] = result.issues;
			const within = v.getDotPath(issue);
			const place = within ? `${path}${name}.${within}` : path + name;
			return unfit(place, reasonOf(issue));
		}
		if (hasTooLongText(result.output)) return tooLong(path + name);
		parsed[name] = result.output;
	}
	return parsed;
}

/** What a problem in the outcome means for the verb that would cause it; a missing input is filled in later. */
const refusals: Partial<Record<ProblemReason, RefusalReason>> = {
	dangling: 'gone',
	'no-measure': 'gone',
	cycle: 'cycle',
	shares: 'shares',
	computed: 'computed',
	'bad-formula': 'invalid'
};

type Check = {
	readonly kind: RecordKind;
	readonly before: ReadRecord | undefined;
	readonly after: ReadRecord;
	readonly surroundings: Surroundings;
};

/** Refuses a change after which a record would need a repair that it did not need before. */
export function refuseOutcome({ kind, before, after, surroundings }: Check): Refusal | undefined {
	const known = before ? resolveRecord(kind, before, surroundings).problems : [];
	const isNew = (problem: BoardProblem) =>
		!known.some(({ field, message }) => field === problem.field && message === problem.message);
	for (const problem of resolveRecord(kind, after, surroundings).problems) {
		const refused = refusals[problem.reason];
		if (refused && isNew(problem)) {
			return { refused, path: problem.field ?? '', message: problem.message };
		}
	}
	return undefined;
}

/** Looks around on the board as it is now, with records that the same verb is about to add. */
export function surroundingsOf(
	maps: BoardMaps,
	adding: Partial<Record<RecordKind, readonly string[]>> = {}
): Surroundings {
	return {
		exists: (kind, id) =>
			adding[kind]?.includes(id) === true ||
			(isId(id) && mapIn(maps[kind], keyOf(id)) !== undefined),
		closesLoop: (kind, from, to) => reaches(linksIn(maps, kind), to, from)
	};
}

/** Reads only the links between records of one kind, straight from the maps. */
function linksIn(maps: BoardMaps, kind: RecordKind): Links {
	const links = new Map<string, readonly string[]>();
	for (const key of maps[kind].keys()) {
		const map = mapIn(maps[kind], key);
		const value = kind === 'measure' ? map?.get('dependsOn') : [map?.get('leadsToEffectId')];
		const targets = Array.isArray(value) ? (value as readonly unknown[]) : [];
		links.set(
			nameOf(key),
			targets.filter((target) => typeof target === 'string')
		);
	}
	return links;
}
