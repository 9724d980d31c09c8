/**
 * How files with one header are read, per workspace. The header is only there as its SHA-256, and columns
 * are meant by their place: nothing of a file is kept.
 */
export const importMappings = `
	CREATE TABLE import_mappings (
		workspace_id TEXT NOT NULL REFERENCES workspaces(id) ON DELETE CASCADE,
		header TEXT NOT NULL,
		mapping TEXT NOT NULL,
		kept_at INTEGER NOT NULL,
		PRIMARY KEY (workspace_id, header)
	) STRICT, WITHOUT ROWID;
`;
