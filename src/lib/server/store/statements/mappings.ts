import type { ImportMapping } from '#lib/importers/mapping.ts';
import type { Database } from '../database.ts';
import type { FigureStore } from '../figures.ts';
import { get, run, type Work } from './statement.ts';
import type { Surroundings } from './surroundings.ts';
import { workspaceOf } from './workspace-of.ts';

/** Mappings that a workspace keeps; of more, those that were kept longest ago are forgotten. */
const mostKept = 500;

/** How files with one header are read in a workspace. */
export function mappingStore(database: Database, { now }: Surroundings) {
	return {
		keepMapping: (workshopId, header, mapping) =>
			database.transaction(() => keepMapping(workshopId, { header, mapping, at: now() })),
		mappingFor: (workshopId, header) => database.snapshot(() => mappingFor(workshopId, header))
	} satisfies Partial<FigureStore>;
}

type Kept = {
	readonly header: string;
	readonly mapping: ImportMapping;
	/** Milliseconds since 1970. */
	readonly at: number;
};

function* keepMapping(workshopId: string, { header, mapping, at }: Kept): Work<void> {
	const workspace = yield* workspaceOf(workshopId);
	yield* run(
		`INSERT INTO import_mappings (workspace_id, header, mapping, kept_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (workspace_id, header)
		DO UPDATE SET mapping = excluded.mapping, kept_at = excluded.kept_at`,
		...[workspace, header, JSON.stringify(mapping), at]
	);
	yield* run(
		`DELETE FROM import_mappings WHERE workspace_id = ? AND header NOT IN (
			SELECT header FROM import_mappings WHERE workspace_id = ?
			ORDER BY kept_at DESC, header LIMIT ?
		)`,
		...[workspace, workspace, mostKept]
	);
}

function* mappingFor(workshopId: string, header: string): Work<ImportMapping | undefined> {
	const workspace = yield* workspaceOf(workshopId);
	const row = yield* get<{ mapping: string }>(
		'SELECT mapping FROM import_mappings WHERE workspace_id = ? AND header = ?',
		...[workspace, header]
	);
	return row && (JSON.parse(row.mapping) as ImportMapping);
}
