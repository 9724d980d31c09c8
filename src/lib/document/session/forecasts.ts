import * as v from 'valibot';
import { hashSchema } from '#lib/domain/forecast/forecast.ts';
import { measurementSchema } from '#lib/domain/forecast/measurement.ts';
import { signOffSchema } from '#lib/domain/forecast/sign-off.ts';
import { statedExpectationSchema } from '#lib/domain/forecast/stated-expectation.ts';
import { whatCameSchema } from '#lib/domain/forecast/what-came.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { deedFields, momentSchema } from './deed.ts';

/** What the group expects of a figure at a date, as long as it is not sealed. */
export const sessionExpectationSchema = v.object({
	...statedExpectationSchema.entries,
	...deedFields
});

export type SessionExpectation = v.InferOutput<typeof sessionExpectationSchema>;

/** How somebody stands to a scenario before its forecast is sealed. */
export const sessionSignOffSchema = v.object({ ...signOffSchema.entries, ...deedFields });

export type SessionSignOff = v.InferOutput<typeof sessionSignOffSchema>;

/** A forecast that was sealed: what tells it from others; its content is kept outside the documents. */
export const sealSchema = v.object({
	number: v.pipe(v.number(), v.integer(), v.minValue(1)),
	scenarioId: idSchema,
	scenarioTitle: v.string(),
	sha256: hashSchema,
	sealedAt: momentSchema,
	reason: v.string()
});

export type Seal = v.InferOutput<typeof sealSchema>;

/** What was measured of a figure; a later measurement of the same period corrects it. */
export const sessionMeasurementSchema = v.object({ ...measurementSchema.entries, ...deedFields });

export type SessionMeasurement = v.InferOutput<typeof sessionMeasurementSchema>;

/** What came of a challenge or pre-mortem item of a sealed forecast; each is kept beside the one before. */
export const sessionWhatCameSchema = v.object({
	id: v.string(),
	...whatCameSchema.entries,
	...deedFields
});

export type SessionWhatCame = v.InferOutput<typeof sessionWhatCameSchema>;
