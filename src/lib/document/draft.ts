import type { Contribution } from '#lib/domain/contribution.ts';
import type { Effect, Input, Recipient } from '#lib/domain/effect.ts';
import type { Observation } from '#lib/domain/indicator.ts';
import type { Measure } from '#lib/domain/measure.ts';
import type { Choice, Review, Scenario } from '#lib/domain/scenario.ts';
import type { Settings } from '#lib/domain/workshop.ts';
import type { RecordOf } from './content.ts';
import type { RecordKind } from './shape.ts';

/** The fields that are lists of items with a key; they have verbs of their own. */
type ItemList = 'contributions' | 'observations' | 'inputs' | 'recipients' | 'choices' | 'reviews';

/** New values for fields of a record; fields that are left out stay as they are. */
export type Patch<Kind extends RecordKind> = Partial<
	Omit<RecordOf[Kind], 'id' | 'status' | ItemList>
>;

/** New values for settings; an area that is given as undefined is taken away. */
export type SettingsPatch = Partial<Omit<Settings, 'id'>>;

/** An item of which the key and some fields are known. */
type ItemDraft<Item, Key extends keyof Item> = Partial<Item> & Pick<Item, Key>;

export type ContributionDraft = ItemDraft<Contribution, 'partyId'>;
export type ObservationDraft = ItemDraft<Observation, 'period'>;
export type InputDraft = ItemDraft<Input, 'name'>;
export type RecipientDraft = ItemDraft<Recipient, 'partyId'>;
export type ChoiceDraft = ItemDraft<Choice, 'measureId'>;
export type ReviewDraft = ItemDraft<Review, 'date'>;

/** What is known of a new record; the rest gets its default, and the id is made unless given. */
export type PartyDraft = Partial<RecordOf['party']>;
export type CauseDraft = Partial<RecordOf['cause']>;
export type IndicatorDraft = Partial<Omit<RecordOf['indicator'], 'observations'>> & {
	readonly observations?: readonly ObservationDraft[];
};
export type MeasureDraft = Partial<Omit<Measure, 'contributions'>> & {
	readonly contributions?: readonly ContributionDraft[];
};
export type EffectDraft = Partial<Omit<Effect, 'inputs' | 'recipients'>> &
	Pick<Effect, 'measureIds'> & {
		readonly inputs?: readonly InputDraft[];
		readonly recipients?: readonly RecipientDraft[];
	};
export type ScenarioDraft = Partial<Omit<Scenario, 'status' | 'choices' | 'reviews'>> & {
	readonly choices?: readonly ChoiceDraft[];
	readonly reviews?: readonly ReviewDraft[];
};

/** A measure with the effects it brings, for instance from the library. */
export type MeasureWithEffectsDraft = {
	readonly measure: MeasureDraft;
	/** Each effect belongs to the new measure, and to those in its own measureIds if it has any. */
	readonly effects: readonly (Omit<EffectDraft, 'measureIds'> & { measureIds?: string[] })[];
};
