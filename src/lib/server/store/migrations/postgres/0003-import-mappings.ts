/** How files with one header are read, per workspace. */
export const importMappings = `
CREATE TABLE import_mappings (
	workspace_id TEXT NOT NULL REFERENCES workspaces(id) ON DELETE CASCADE,
	header TEXT NOT NULL,
	mapping TEXT NOT NULL,
	kept_at BIGINT NOT NULL,
	PRIMARY KEY (workspace_id, header)
);
`;
