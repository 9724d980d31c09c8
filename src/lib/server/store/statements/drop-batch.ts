import type { Database } from '../database.ts';
import { all, run, type Work } from './statement.ts';

/** Rows removed in one transaction: a few milliseconds. */
const rowsAtOnce = 1000;
const areasAtOnce = 200;

/** Removes what is left of a batch that nobody sees any more, letting others go in between. */
export async function dropBatch(
	database: Database,
	{ id, workspace }: { readonly id: number; readonly workspace: string }
): Promise<void> {
	await untilNone(database, () =>
		run(
			`DELETE FROM area_observations WHERE (indicator_id, area, period, batch_id) IN
				(SELECT indicator_id, area, period, batch_id FROM area_observations WHERE batch_id = ? LIMIT ?)`,
			id,
			rowsAtOnce
		)
	);
	await untilNone(database, () =>
		run(
			`DELETE FROM areas WHERE batch_id = ? AND code IN
				(SELECT code FROM areas WHERE batch_id = ? LIMIT ?)`,
			...[id, id, areasAtOnce]
		)
	);
	await database.transaction(function* () {
		yield* run('DELETE FROM import_batches WHERE id = ?', id);
		yield* dropUnusedIndicators(workspace);
	});
}

async function untilNone(database: Database, remove: () => Work<number>): Promise<void> {
	while ((await database.transaction(remove)) > 0) {
		await new Promise<void>((resume) => void setImmediate(resume));
	}
}

/** Forgets indicators of which no value is left. */
function* dropUnusedIndicators(workspace: string): Work<void> {
	yield* run(
		`DELETE FROM observed_indicators WHERE workspace_id = ?
		AND NOT EXISTS (SELECT 1 FROM area_observations o WHERE o.indicator_id = observed_indicators.id)`,
		workspace
	);
}

/**
 * Removes imports that a stopped server had not finished.
 *
 * @param isImporting tells whether another server is at work in a workspace, whose imports then stay
 */
export function* dropUnfinished(isImporting?: (workspace: string) => Work<boolean>): Work<void> {
	const left = yield* all<{ workspace: string }>(
		'SELECT DISTINCT workspace_id AS workspace FROM import_batches WHERE finished = 0'
	);
	for (const { workspace } of left) {
		if (isImporting && (yield* isImporting(workspace))) continue;
		yield* run('DELETE FROM import_batches WHERE finished = 0 AND workspace_id = ?', workspace);
		yield* dropUnusedIndicators(workspace);
	}
}
