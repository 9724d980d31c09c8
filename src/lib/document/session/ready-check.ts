import * as v from 'valibot';

/** A question to everybody whether they are ready, and who said so; nothing depends on it. */
export const readyCheckSchema = v.object({
	id: v.string(),
	/** Ids of members. */
	ready: v.array(v.string())
});

export type ReadyCheck = v.InferOutput<typeof readyCheckSchema>;
