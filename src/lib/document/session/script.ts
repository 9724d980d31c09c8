import * as v from 'valibot';
import { dateSchema } from '#lib/domain/date.ts';
import { oneOf, orNull, record, textSchema, wholeNumberFrom } from '#lib/domain/field.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { filledListOf } from '#lib/domain/list.ts';
import { phases } from '../phase.ts';

/** The scripts that a facilitator can begin with; `own` is one that was changed. */
const scriptTemplates = ['half-day', 'short', 'remote', 'own'] as const;

export type ScriptTemplate = (typeof scriptTemplates)[number];

/** In a room steps take minutes; in a remote workshop each has a window of whole days. */
const scriptUnits = ['minutes', 'days'] as const;

/** One step of a script. What the facilitator says in it is kept apart, for facilitators only. */
const stepSchema = record({
	id: idSchema,
	phase: oneOf(phases),
	/** Null: the step is called after its phase. */
	title: orNull(
		v.pipe(textSchema, v.trim(), v.maxLength(120, 'A step has at most 120 characters.'))
	),
	/** In the unit of the script. */
	length: wholeNumberFrom(1, 1000)
});

export type Step = v.InferOutput<typeof stepSchema>;

/** The steps that the facilitator takes the group through; a step may come twice, with two ids. */
export const scriptSchema = record({
	template: oneOf(scriptTemplates),
	unit: oneOf(scriptUnits),
	/** First day of the first step, for a script in days; null when it was not planned. */
	startsOn: orNull(dateSchema),
	steps: v.pipe(filledListOf(stepSchema, 1), v.maxLength(40, 'A script has at most 40 steps.'))
});

export type Script = v.InferOutput<typeof scriptSchema>;
