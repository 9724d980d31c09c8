import * as v from 'valibot';
import { dateSchema } from '#lib/domain/date.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { amountQuantitySchema } from '#lib/domain/quantity.ts';
import { deedFields } from './deed.ts';

/** A small experiment for an effect that rests on belief. */
export const experimentFields = {
	effectId: idSchema,
	/** The smallest test that can show that we are wrong. */
	test: v.string(),
	/** When we stop, also when we would rather go on. */
	stopRule: v.string(),
	/** Euros of the workshop's price year. */
	cost: amountQuantitySchema,
	/** The day on which the result is looked at. */
	date: v.nullable(dateSchema),
	/** The result that would change our mind. */
	changesOurMind: v.string()
};

export const experimentSchema = v.object({
	id: v.string(),
	...experimentFields,
	...deedFields
});

export type Experiment = v.InferOutput<typeof experimentSchema>;
