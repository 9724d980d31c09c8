import { doNothingId } from '../identifier.ts';
import { part, placesIn } from './place.ts';
import { reason, type Reason } from '../reason.ts';
import { problemAt, type Problem } from './problem.ts';

/** Where a file refers to a record, and the list in which that record must be. */
const references = [
	['causes.*.partyId', 'parties'],
	['causes.*.endorsedBy.*', 'parties'],
	['measures.*.leadPartyId', 'parties'],
	['measures.*.dependsOn.*', 'measures'],
	['measures.*.contributions.*.partyId', 'parties'],
	['effects.*.measureIds.*', 'measures'],
	['effects.*.indicatorId', 'indicators'],
	['effects.*.leadsToEffectId', 'effects'],
	['effects.*.recipients.*.partyId', 'parties'],
	['effects.*.initiatorPartyId', 'parties'],
	['scenarios.*.choices.*.measureId', 'measures'],
	['scenarios.*.reviews.*.indicatorIds.*', 'indicators'],
	['scenarios.*.dissent.*.partyId', 'parties'],
	['rounds.*.effectId', 'effects'],
	['rounds.*.estimates.*.partyId', 'parties'],
	['challenges.*.answeredByPartyId', 'parties']
] as const;

const listOfKind = {
	party: 'parties',
	indicator: 'indicators',
	cause: 'causes',
	measure: 'measures',
	effect: 'effects',
	scenario: 'scenarios',
	round: 'rounds'
} as const;

type List = (typeof listOfKind)[keyof typeof listOfKind];

/** The ids of every list; a list that cannot be read has none, and nothing is said about it. */
type KnownIds = Map<List, Set<unknown>>;

/** Finds every id in a file that refers to a record which is not there. */
export function* danglingReferences(file: unknown): Generator<Problem> {
	const known = knownIds(file);
	for (const [pattern, list] of references) {
		for (const { path, value } of placesIn(file, pattern)) {
			if (typeof value === 'string' && known.get(list)?.has(value) === false) {
				yield problemAt(path, notThere(value, list));
			}
		}
	}
	known.get('scenarios')?.add(doNothingId);
	yield* danglingTargets(file, known);
}

function knownIds(file: unknown): KnownIds {
	const lists = Object.values(listOfKind).filter((list) => {
		const records = part(file, list);
		return records === undefined || Array.isArray(records);
	});
	return new Map(
		lists.map((list) => [list, new Set(placesIn(file, `${list}.*.id`).map(({ value }) => value))])
	);
}

function danglingTargets(file: unknown, known: KnownIds): Problem[] {
	return placesIn(file, 'challenges.*.target').flatMap(({ path, value }) => {
		const kind = part(value, 'kind');
		const id = part(value, 'id');
		const problem = (why: Reason) => [problemAt(`${path}.id`, why)];
		if (typeof id !== 'string') return [];
		if (kind === 'workshop') {
			if (part(part(file, 'workshop'), 'id') === id) return [];
			return problem(reason('wrong-workshop', { id }));
		}
		const list = Object.entries(listOfKind).find(([name]) => name === kind)?.[1];
		return list && known.get(list)?.has(id) === false ? problem(notThere(id, list)) : [];
	});
}

function notThere(id: string, list: List): Reason {
	return reason('not-there', { id, list });
}
