import * as v from 'valibot';
import { memberEndpoint } from '#lib/server/endpoint.ts';
import { readBody } from '#lib/server/request-body.ts';
import { askedFigures } from '#lib/server/figures/asked.ts';
import { hideAcross } from '#lib/server/figures/hide-across.ts';
import { readBoard } from '#lib/server/workshops/documents.ts';
import { readBatch } from '#lib/server/figures/read-batch.ts';

/**
 * What the workshop knows of areas. With `area` (may be repeated) the values of those areas; with
 * `indicator`, `version` and `period` the values of one indicator everywhere; without any, which
 * indicators, areas and imports there are.
 */
export const GET = memberEndpoint(({ app, event, member }) =>
	askedFigures(app.store, member, event.url.searchParams)
);

/** Imports figures and areas that the browser read from a file; with `dryRun` it only tells what that would do. */
export const POST = memberEndpoint(async ({ app, event, member }) => {
	const { dryRun, onSameKey, batch } = await readBatch(event.request);
	const { workshopId } = member;
	const smallest = await readBoard(
		app.hub,
		workshopId,
		({ workshop }) => workshop.policy.minCellSize
	);
	const fresh = await hideAcross(app.store, { workshopId, batch, onSameKey }, smallest);
	return dryRun ? app.store.tryBatch(fresh) : app.store.importBatch(fresh);
});

const choiceSchema = v.object({ batches: v.array(v.number()) });

/** Makes the workshop use exactly these imports of its workspace. */
export const PUT = memberEndpoint(async ({ app, event, member }) => {
	const { batches } = await readBody(event.request, choiceSchema);
	await app.store.chooseBatches(member.workshopId, batches);
	return { batches: await app.store.listBatches(member.workshopId) };
});

const undoSchema = v.object({ batch: v.number() });

/** Undoes an import, in every workshop of the workspace; `undone` is false when it was gone already. */
export const DELETE = memberEndpoint(async ({ app, event, member }) => {
	const { batch } = await readBody(event.request, undoSchema);
	return { undone: await app.store.undoBatch(member.workshopId, batch) };
});
