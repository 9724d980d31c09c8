/**
 * Figures of areas, imported in batches into a workspace and chosen into its workshops. Every value keeps
 * its batch: the newest chosen batch counts, and undoing one brings back what was there before.
 */
export const figures = `
	CREATE TABLE import_batches (
		id INTEGER PRIMARY KEY AUTOINCREMENT,
		workspace_id TEXT NOT NULL REFERENCES workspaces(id) ON DELETE CASCADE,
		source TEXT NOT NULL,
		file_name TEXT NOT NULL,
		file_hash BLOB NOT NULL,
		vintage INTEGER,
		imported_at INTEGER NOT NULL
	) STRICT;
	CREATE INDEX batches_of_workspace ON import_batches(workspace_id);

	CREATE TABLE workshop_batches (
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		batch_id INTEGER NOT NULL REFERENCES import_batches(id) ON DELETE CASCADE,
		PRIMARY KEY (workshop_id, batch_id)
	) STRICT, WITHOUT ROWID;
	CREATE INDEX workshops_of_batch ON workshop_batches(batch_id);

	CREATE TABLE observed_indicators (
		id INTEGER PRIMARY KEY,
		workspace_id TEXT NOT NULL REFERENCES workspaces(id) ON DELETE CASCADE,
		version TEXT NOT NULL,
		key TEXT NOT NULL,
		name TEXT NOT NULL,
		unit TEXT NOT NULL,
		UNIQUE (workspace_id, version, key)
	) STRICT;

	CREATE TABLE area_observations (
		indicator_id INTEGER NOT NULL,
		area TEXT NOT NULL,
		period TEXT NOT NULL,
		batch_id INTEGER NOT NULL REFERENCES import_batches(id) ON DELETE CASCADE,
		value REAL,
		status TEXT NOT NULL
			CHECK (status IN ('ok', 'missing', 'suppressed', 'not-published', 'provisional')),
		PRIMARY KEY (indicator_id, area, period, batch_id),
		CHECK ((value IS NULL) = (status IN ('missing', 'suppressed', 'not-published')))
	) STRICT, WITHOUT ROWID;
	CREATE INDEX observations_of_batch ON area_observations(batch_id, area);

	CREATE TABLE areas (
		batch_id INTEGER NOT NULL REFERENCES import_batches(id) ON DELETE CASCADE,
		code TEXT NOT NULL,
		name TEXT NOT NULL,
		geometry TEXT,
		PRIMARY KEY (batch_id, code)
	) STRICT, WITHOUT ROWID;
`;
