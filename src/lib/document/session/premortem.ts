import * as v from 'valibot';
import { idSchema } from '#lib/domain/identifier.ts';
import { deedFields, momentSchema } from './deed.ts';

/**
 * "It is 2029 and it failed. Why?": everybody writes in silence, then all cards are shown at once.
 * Until then nothing of the cards is in the session but how many people wrote one.
 */
export const premortemSchema = v.object({
	id: v.string(),
	/** The year from which the group looks back. */
	year: v.number(),
	status: v.picklist(['writing', 'revealed']),
	/** End of the silent writing on the server's clock; nothing closes by itself then. */
	endsAt: momentSchema,
	writers: v.number(),
	...deedFields
});

export type Premortem = v.InferOutput<typeof premortemSchema>;

/** What a card was turned into. */
const outcomeSchema = v.object({ kind: v.picklist(['challenge', 'watch']), id: v.string() });

/** A card that was shown; never with who wrote it. Cards with the same cluster lie together. */
export const premortemCardSchema = v.object({
	id: v.string(),
	premortemId: v.string(),
	text: v.string(),
	cluster: v.optional(v.string(), ''),
	outcome: v.optional(v.nullable(outcomeSchema), null)
});

export type PremortemCard = v.InferOutput<typeof premortemCardSchema>;

/** Something to keep an eye on, so that failing is noticed in time; with the indicator that shows it. */
export const watchSchema = v.object({
	id: v.string(),
	text: v.string(),
	indicatorId: v.optional(v.nullable(idSchema), null),
	...deedFields
});

export type Watch = v.InferOutput<typeof watchSchema>;
