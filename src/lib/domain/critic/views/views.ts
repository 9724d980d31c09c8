import type { Cause } from '../../cause.ts';
import type { Challenge } from '../../challenge.ts';
import type { Effect } from '../../effect.ts';
import type { Indicator } from '../../indicator.ts';
import type { Measure } from '../../measure.ts';
import type { Party } from '../../party.ts';
import type { Round } from '../../round.ts';
import type { Choice, Scenario } from '../../scenario.ts';
import type { Dimension } from '../../vocabulary.ts';
import type { WorkshopFile } from '../../workshop-file.ts';
import type { EffectOutline } from './effect-outline.ts';
import type { Frame } from './frame.ts';

/**
 * What a rule may see of a workshop when it judges one record: the record and what belongs to it,
 * all in the order of the file. A view stays the same object as long as nothing in it changed.
 */
export type Views = {
	readonly workshop: WorkshopView;
	readonly party: PartyView;
	readonly indicator: IndicatorView;
	readonly cause: CauseView;
	readonly measure: MeasureView;
	readonly effect: EffectView;
	/** Effects, however large they are, in the whole workshop and in scenarios with a measure. */
	readonly outlines: OutlinesView;
	readonly outline: OutlineView;
	/** The measures of scenarios with at least one. */
	readonly programme: ProgrammeView;
	/** The money of scenarios with at least one measure. */
	readonly scenario: ScenarioView;
	/** Every scenario of the file, also one without measures. */
	readonly anyScenario: AnyScenarioView;
	readonly round: RoundView;
	readonly challenge: ChallengeView;
};

/** An effect with the records it names. */
export type LinkedEffect = {
	readonly effect: Effect;
	readonly measures: readonly Measure[];
	readonly indicator: Indicator | undefined;
};

export type WorkshopView = {
	readonly file: WorkshopFile;
	readonly frame: Frame;
	readonly effects: readonly LinkedEffect[];
	/** Scenarios with at least one measure. */
	readonly scenarios: readonly ScenarioView[];
};

export type PartyView = {
	readonly party: Party;
	/** The measures it leads or contributes to. */
	readonly measures: readonly Measure[];
	/** The effects it is a recipient of. */
	readonly received: readonly Effect[];
	/** The effects it brought in. */
	readonly initiated: readonly LinkedEffect[];
	/** The causes it stated. */
	readonly causes: readonly Cause[];
};

export type IndicatorView = {
	readonly indicator: Indicator;
	readonly followers: readonly Effect[];
	readonly frame: Frame;
};

export type CauseView = { readonly cause: Cause };

export type MeasureView = {
	readonly measure: Measure;
	readonly effects: readonly LinkedEffect[];
	/** What the scenarios decided about it. */
	readonly choices: readonly Choice[];
	/** The measures it depends on. */
	readonly needs: readonly Measure[];
	/** The measures that depend on it. */
	readonly dependants: readonly Measure[];
	/** All measures of its type, itself too. */
	readonly ofSameType: readonly Measure[];
	readonly frame: Frame;
};

/** What the effects of one measure are together. */
export type EffectsOfMeasure = {
	readonly measureId: string;
	/** There is a harm that lands in another area. */
	readonly hasHarmElsewhere: boolean;
	/** Dimensions with a benefit that follows a figure which does not depend on reporting. */
	readonly steadyDimensions: readonly Dimension[];
};

export type EffectView = LinkedEffect & {
	/** The effects of each of its measures, itself included. */
	readonly together: readonly EffectsOfMeasure[];
	/** It follows an indicator, or an effect that it leads to does. */
	readonly reachesIndicator: boolean;
	readonly rounds: readonly Round[];
	readonly frame: Frame;
};

export type OutlinesView = {
	readonly workshopId: string;
	readonly effects: readonly EffectOutline[];
	readonly indicators: readonly Indicator[];
	readonly scenarios: readonly OutlineView[];
};

export type OutlineView = {
	readonly scenario: Scenario;
	/** The effects that count in it: all their measures are in it. */
	readonly effects: readonly EffectOutline[];
	/** All indicators of the file. */
	readonly indicators: readonly Indicator[];
};

export type ProgrammeView = {
	readonly scenario: Scenario;
	/** The measures in it. */
	readonly measures: readonly Measure[];
	/** The effects with at least one measure in it. */
	readonly touched: readonly EffectOutline[];
	readonly frame: Frame;
};

export type ScenarioView = {
	readonly scenario: Scenario;
	readonly programme: ProgrammeView;
	/** The effects that count in it: all their measures are in it. */
	readonly effects: readonly LinkedEffect[];
	/** All parties of the file. */
	readonly parties: readonly Party[];
	readonly frame: Frame;
};

export type AnyScenarioView = {
	readonly scenario: Scenario;
	/** The indicators its reviews name. */
	readonly indicators: readonly Indicator[];
	readonly frame: Frame;
};

export type RoundView = { readonly round: Round };

export type ChallengeView = { readonly challenge: Challenge };
