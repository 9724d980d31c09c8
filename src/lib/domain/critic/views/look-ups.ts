import type { Effect } from '../../effect.ts';
import type { Indicator } from '../../indicator.ts';
import type { Measure } from '../../measure.ts';
import type { WorkshopFile } from '../../workshop-file.ts';
import { measuresIn, scaleOf } from '../../valuation/scenario-membership.ts';
import { partiesOf } from '../reading/measures.ts';
import type { Frame } from './frame.ts';
import { Lists } from './lists.ts';
import type { Memory } from './memory.ts';
import type { LinkedEffect, ScenarioView } from './views.ts';

/** What is looked up time and again while views are made; worked out once a run. */
export type LookUps = {
	readonly file: WorkshopFile;
	readonly frame: Frame;
	readonly memory: Memory;
	readonly measures: ReadonlyMap<string, Measure>;
	readonly indicators: ReadonlyMap<string, Indicator>;
	readonly linked: readonly LinkedEffect[];
	readonly linkedByMeasure: Lists<LinkedEffect>;
	readonly followers: Lists<Effect>;
	readonly leadingTo: Lists<Effect>;
	readonly dependants: Lists<Measure>;
	readonly ofType: Lists<Measure>;
	readonly byParty: Lists<Measure>;
};

/** Makes the look-ups of one run. */
export function lookUpsOf(file: WorkshopFile, frame: Frame, memory: Memory): LookUps {
	const measures = byId(file.measures);
	const indicators = byId(file.indicators);
	const linked = file.effects.map((effect) => link(effect, { measures, indicators, memory }));
	const lists = {
		linkedByMeasure: new Lists<LinkedEffect>(),
		followers: new Lists<Effect>(),
		leadingTo: new Lists<Effect>(),
		dependants: new Lists<Measure>(),
		ofType: new Lists<Measure>(),
		byParty: new Lists<Measure>()
	};
	for (const one of linked) {
		for (const measureId of one.effect.measureIds) lists.linkedByMeasure.add(measureId, one);
		lists.followers.add(one.effect.indicatorId, one.effect);
		lists.leadingTo.add(one.effect.leadsToEffectId, one.effect);
	}
	for (const measure of file.measures) {
		for (const needed of measure.dependsOn) lists.dependants.add(needed, measure);
		for (const partyId of partiesOf(measure)) lists.byParty.add(partyId, measure);
		lists.ofType.add(measure.type, measure);
	}
	return { file, frame, memory, measures, indicators, linked, ...lists };
}

function byId<Item extends { readonly id: string }>(records: readonly Item[]): Map<string, Item> {
	return new Map(records.map((record) => [record.id, record]));
}

function link(
	effect: Effect,
	{ measures, indicators, memory }: Pick<LookUps, 'measures' | 'indicators' | 'memory'>
): LinkedEffect {
	return memory.keep(`linked ${effect.id}`, {
		effect,
		measures: found(effect.measureIds, measures),
		indicator: effect.indicatorId === null ? undefined : indicators.get(effect.indicatorId)
	});
}

/** Finds records by their ids, leaving out what is not there. */
export function found<Item>(ids: readonly string[], records: ReadonlyMap<string, Item>): Item[] {
	return ids.map((id) => records.get(id)).filter((record) => record !== undefined);
}

/** Makes the views of the scenarios with at least one measure. */
export function liveScenarios({ file, linked, frame, memory }: LookUps): ScenarioView[] {
	return file.scenarios.flatMap((scenario) => {
		const scales = measuresIn(scenario);
		const measures = file.measures.filter(({ id }) => scales.has(id));
		if (measures.length === 0) return [];
		return memory.keep(`scenario ${scenario.id}`, {
			scenario,
			measures,
			effects: linked.filter(({ effect }) => scaleOf(effect, scales) !== undefined),
			touched: linked.filter(({ effect }) => effect.measureIds.some((id) => scales.has(id))),
			indicators: file.indicators,
			parties: file.parties,
			frame
		});
	});
}
