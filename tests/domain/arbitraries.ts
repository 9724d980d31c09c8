import fc from 'fast-check';
import { doNothingId } from '#lib/domain/identifier.ts';
import type { Target, TargetKind } from '#lib/domain/challenge.ts';
import { workshopFormat, workshopVersion } from '#lib/domain/workshop-file.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { challenge, round, scenario } from './arbitraries/decisions.ts';
import { effect } from './arbitraries/effects.ts';
import { cause, indicator, measure, party, settings } from './arbitraries/records.ts';
import { id } from './arbitraries/values.ts';

const ids = fc.uniqueArray(id, { maxLength: 4 });

const allIds = fc.record({
	parties: ids,
	indicators: ids,
	causes: ids,
	measures: ids,
	effects: ids,
	scenarios: ids,
	rounds: ids,
	challenges: ids
});

type Ids = Record<
	| 'parties'
	| 'indicators'
	| 'causes'
	| 'measures'
	| 'effects'
	| 'scenarios'
	| 'rounds'
	| 'challenges',
	string[]
>;

/** One record for every id, each knowing the ids before it. */
function each<Item>(
	list: string[],
	make: (id: string, earlier: string[]) => fc.Arbitrary<Item>
): fc.Arbitrary<Item[]> {
	return fc.tuple(...list.map((item, index) => make(item, list.slice(0, index))));
}

function recordsOf(known: Ids) {
	const effectIds = known.measures.length > 0 ? known.effects : [];
	return fc.record({
		format: fc.constant(workshopFormat),
		version: fc.constant(workshopVersion),
		workshop: settings,
		parties: each(known.parties, party),
		indicators: each(known.indicators, indicator),
		causes: each(known.causes, (item) => cause(item, known.parties)),
		measures: each(known.measures, (item, earlier) => measure(item, known.parties, earlier)),
		effects: each(effectIds, (item, earlier) => effect(item, known, earlier)),
		scenarios: each(known.scenarios, (item) => scenario(item, known))
	});
}

type Records = Omit<WorkshopFile, 'rounds' | 'challenges'>;

function withDiscussion(records: Records, known: Ids): fc.Arbitrary<WorkshopFile> {
	const { effects } = records;
	return fc
		.record({
			rounds: each(effects.length > 0 ? known.rounds : [], (item) =>
				round(item, known.parties, effects)
			),
			challenges: each(known.challenges, (item) =>
				challenge(item, known.parties, targetsOf(records))
			)
		})
		.map((discussion) => ({ ...records, ...discussion }));
}

function targetsOf(records: Records): Pick<Target, 'kind' | 'id'>[] {
	const target = (kind: TargetKind) => (item: { id: string }) => ({ kind, id: item.id });
	return [
		target('workshop')(records.workshop),
		{ kind: 'scenario', id: doNothingId },
		...records.parties.map(target('party')),
		...records.indicators.map(target('indicator')),
		...records.causes.map(target('cause')),
		...records.measures.map(target('measure')),
		...records.effects.map(target('effect')),
		...records.scenarios.map(target('scenario'))
	];
}

/** Valid workshops: every id that is referred to exists, shares fit, ranges are in order. */
export const workshopFile: fc.Arbitrary<WorkshopFile> = allIds.chain((known) =>
	recordsOf(known)
		.chain((records) => withDiscussion(records, known))
		// Generated objects may lack a prototype, which no JSON value does.
		.map((file) => structuredClone(file))
);
