import * as v from 'valibot';
import { packedBatchSchema, unpackBatch, type FigureBatch } from '#lib/domain/area/figure-batch.ts';
import { ApiError } from '../api-error.ts';
import { check, parseJson, readText } from '../request-body.ts';
import type { OnSameKey } from '../store/store.ts';

/** A packed import is smaller than its file, which may have 20 MB. */
const mostBytes = 24_000_000;

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
	const batch = unpackBatch(asked.batch);
	if (!batch) {
		throw new ApiError('malformed', 'A value points at nothing, or its status contradicts it.', {
			path: 'batch.observations'
		});
	}
	return { ...asked, batch };
}
