import * as v from 'valibot';
import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import {
	batchWith,
	packedBatchSchema,
	unpackValues,
	type FigureBatch
} from '#lib/domain/area/figure-batch.ts';
import { ApiError } from '../api-error.ts';
import { inSlices } from '../in-slices.ts';
import { check, parseJson, readText } from '../request-body.ts';
import type { OnSameKey } from '../store/store.ts';

/** A packed import is smaller than its file, which may have 20 MB. */
const mostBytes = 24_000_000;

/** Values that are checked before others get their turn. */
const valuesAtOnce = 5000;

const importSchema = v.object({
	dryRun: v.optional(v.boolean(), false),
	onSameKey: v.optional(v.picklist(['skip', 'replace']), 'skip'),
	batch: packedBatchSchema
});

type AskedImport = {
	readonly dryRun: boolean;
	readonly onSameKey: OnSameKey;
	readonly batch: FigureBatch;
};

/** Reads an import. @throws {ApiError} 400 with the place that is wrong, 413 when it is too large */
export async function readBatch(request: Request): Promise<AskedImport> {
	const asked = check(importSchema, parseJson(await readText(request, mostBytes)));
	const observations: AreaObservation[] = [];
	await inSlices(asked.batch.observations, valuesAtOnce, (some) => {
		const read = unpackValues(asked.batch, some);
		if (!read) {
			throw new ApiError('malformed', 'A value points at nothing, or its status contradicts it.', {
				path: 'batch.observations'
			});
		}
		for (const one of read) observations.push(one);
	});
	return { ...asked, batch: batchWith(asked.batch, observations) };
}
