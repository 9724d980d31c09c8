import type { Database } from './database.ts';

/** Rows removed in one transaction: a few milliseconds. */
const rowsAtOnce = 1000;
const areasAtOnce = 200;

/** Removes what is left of a batch that nobody sees any more, letting others go in between. */
export async function dropBatch(
	database: Database,
	{ id, workspace }: { readonly id: number; readonly workspace: string }
): Promise<void> {
	await untilNone(() =>
		database.run(
			`DELETE FROM area_observations WHERE (indicator_id, area, period, batch_id) IN
				(SELECT indicator_id, area, period, batch_id FROM area_observations WHERE batch_id = ? LIMIT ?)`,
			id,
			rowsAtOnce
		)
	);
	await untilNone(() =>
		database.run(
			`DELETE FROM areas WHERE batch_id = ? AND code IN
				(SELECT code FROM areas WHERE batch_id = ? LIMIT ?)`,
			...[id, id, areasAtOnce]
		)
	);
	database.transaction(() => {
		database.run('DELETE FROM import_batches WHERE id = ?', id);
		dropUnusedIndicators(database, workspace);
	});
}

async function untilNone(remove: () => number): Promise<void> {
	while (remove() > 0) await new Promise<void>((resume) => void setImmediate(resume));
}

/** Forgets indicators of which no value is left. */
function dropUnusedIndicators(database: Database, workspace: string): void {
	database.run(
		`DELETE FROM observed_indicators WHERE workspace_id = ?
		AND NOT EXISTS (SELECT 1 FROM area_observations o WHERE o.indicator_id = observed_indicators.id)`,
		workspace
	);
}

/** Removes imports that a stopped server had not finished; for the start, when nobody waits yet. */
export function dropUnfinished(database: Database): void {
	const left = database.all<{ workspace: string }>(
		'SELECT DISTINCT workspace_id AS workspace FROM import_batches WHERE finished = 0'
	);
	database.run('DELETE FROM import_batches WHERE finished = 0');
	for (const { workspace } of left) dropUnusedIndicators(database, workspace);
}
