import type { Effect } from '../../effect.ts';
import type { Indicator } from '../../indicator.ts';
import type { Measure } from '../../measure.ts';
import type { WorkshopFile } from '../../workshop-file.ts';
import { partiesOf } from '../reading/measures.ts';
import { once } from '../reading/once.ts';
import { outlinesOf } from './effect-outline.ts';
import type { EffectOutline } from './effect-outline.ts';
import type { Frame } from './frame.ts';
import { Lists } from './lists.ts';
import type { Memory } from './memory.ts';
import type { LinkedEffect } from './views.ts';

/** What is looked up time and again while views are made; worked out anew only for a changed list. */
export type LookUps = OfMeasures &
	OfEffects & {
		readonly file: WorkshopFile;
		readonly frame: Frame;
		readonly memory: Memory;
		readonly indicators: ReadonlyMap<string, Indicator>;
		/** In the order of the effects; the same list as long as no outline changed. */
		readonly outlines: readonly EffectOutline[];
	};

type OfMeasures = {
	readonly measures: ReadonlyMap<string, Measure>;
	readonly dependants: Lists<Measure>;
	readonly ofType: Lists<Measure>;
	readonly byParty: Lists<Measure>;
};

type OfEffects = {
	readonly linked: readonly LinkedEffect[];
	readonly linkedByMeasure: Lists<LinkedEffect>;
	readonly followers: Lists<Effect>;
};

/** Makes the look-ups of one run. */
export function lookUpsOf(file: WorkshopFile, frame: Frame, memory: Memory): LookUps {
	const ofMeasures = measureLookUps(file.measures);
	const indicators = indicatorsById(file.indicators);
	const link = linker(ofMeasures.measures)(indicators);
	const linked = file.effects.map((effect) => memory.keep('linked', effect.id, link(effect)));
	const outlines = outlinesOf(file.effects, memory);
	return { file, frame, memory, indicators, outlines, ...ofMeasures, ...effectLookUps(linked) };
}

const indicatorsById = once(byId<Indicator>);

const measureLookUps = once((measures: readonly Measure[]): OfMeasures => {
	const [dependants, ofType, byParty] = [
		new Lists<Measure>(),
		new Lists<Measure>(),
		new Lists<Measure>()
	];
	for (const measure of measures) {
		for (const needed of measure.dependsOn) dependants.add(needed, measure);
		for (const partyId of partiesOf(measure)) byParty.add(partyId, measure);
		ofType.add(measure.type, measure);
	}
	return { measures: byId(measures), dependants, ofType, byParty };
});

function effectLookUps(linked: readonly LinkedEffect[]): OfEffects {
	const linkedByMeasure = new Lists<LinkedEffect>();
	const followers = new Lists<Effect>();
	for (const one of linked) {
		for (const measureId of one.effect.measureIds) linkedByMeasure.add(measureId, one);
		followers.add(one.effect.indicatorId, one.effect);
	}
	return { linked, linkedByMeasure, followers };
}

function byId<Item extends { readonly id: string }>(records: readonly Item[]): Map<string, Item> {
	return new Map(records.map((record) => [record.id, record]));
}

/** Links effects to the records they name, once for the same measures and indicators. */
const linker = once((measures: ReadonlyMap<string, Measure>) =>
	once((indicators: ReadonlyMap<string, Indicator>) =>
		once((effect: Effect): LinkedEffect => ({
			effect,
			measures: found(effect.measureIds, measures),
			indicator: effect.indicatorId === null ? undefined : indicators.get(effect.indicatorId)
		}))
	)
);

/** Finds records by their ids, leaving out what is not there. */
export function found<Item>(ids: readonly string[], records: ReadonlyMap<string, Item>): Item[] {
	return ids.map((id) => records.get(id)).filter((record) => record !== undefined);
}
