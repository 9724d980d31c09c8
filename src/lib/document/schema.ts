import type * as v from 'valibot';
import { causeSchema, newCause } from '#lib/domain/cause.ts';
import { contributionSchema, newContribution } from '#lib/domain/contribution.ts';
import { effectSchema, inputSchema, newEffect, recipientSchema } from '#lib/domain/effect.ts';
import { indicatorSchema, newIndicator, observationSchema } from '#lib/domain/indicator.ts';
import { measureSchema, newMeasure } from '#lib/domain/measure.ts';
import { newParty, partySchema } from '#lib/domain/party.ts';
import { choiceSchema, newScenario, reviewSchema, scenarioSchema } from '#lib/domain/scenario.ts';
import { newSettings, settingsSchema } from '#lib/domain/workshop.ts';
import type { RecordKind } from './shape.ts';

/** Values by field name, of a record or an item. */
export type Fields = Readonly<Record<string, unknown>>;

/** The schema of every field of a record or item. */
export type Schemas = Readonly<Record<string, v.GenericSchema>>;

/** What stands for a title or name that nobody filled in: a file needs at least one character. */
export const untitled = '…';

/** Stands for a start year that is not there; a clock would make two readers of one board differ. */
const unknownYear = 2025;

export const settingsSchemas: Schemas = settingsSchema.entries;

export const recordSchemas: Readonly<Record<RecordKind, Schemas>> = {
	party: partySchema.entries,
	indicator: indicatorSchema.entries,
	cause: causeSchema.entries,
	measure: measureSchema.entries,
	effect: effectSchema.entries,
	scenario: scenarioSchema.entries
};

/** The schemas of items, by the field that lists them. */
const itemSchemas: Readonly<Record<string, Schemas>> = {
	contributions: contributionSchema.entries,
	observations: observationSchema.entries,
	inputs: inputSchema.entries,
	recipients: recipientSchema.entries,
	choices: choiceSchema.entries,
	reviews: reviewSchema.entries
};

const id = 'unknown';

/** What the settings read as where nothing usable was written. */
export const settingsDefaults: Fields = newSettings(id, {
	title: untitled,
	startYear: unknownYear
});

/** What each field of a record reads as where nothing usable was written. */
export const recordDefaults: Readonly<Record<RecordKind, Fields>> = {
	party: newParty(id, { name: untitled }),
	indicator: newIndicator(id, { name: untitled }),
	cause: newCause(id, { text: untitled }),
	measure: newMeasure(id, { title: untitled }),
	effect: { ...newEffect(id, { title: untitled, measureIds: [id] }), measureIds: [] },
	scenario: newScenario(id, { title: untitled })
};

const itemDefaults: Readonly<Record<string, Fields>> = {
	contributions: { ...newContribution(id, { partyId: id }), partyId: undefined },
	observations: { value: null, source: null },
	inputs: { quantity: null, unit: '' },
	recipients: { share: null, certain: false },
	choices: { scale: 1, decision: null },
	reviews: { owner: '', indicatorIds: [], outcome: null }
};

/** Gives the schemas of the items in a list. */
export function schemasOfItems(list: string): Schemas {
	return itemSchemas[list] ?? {};
}

/** Gives what the fields of an item read as by default; its key and what it cannot do without have none. */
export function defaultsOfItems(list: string): Fields {
	return itemDefaults[list] ?? {};
}
