/** Keys by which other programs read one workshop; only their hash is kept, and ending one removes it. */
export const apiTokens = `
	CREATE TABLE api_tokens (
		id TEXT PRIMARY KEY,
		workshop_id TEXT NOT NULL REFERENCES workshops(id) ON DELETE CASCADE,
		label TEXT NOT NULL,
		token_hash BLOB NOT NULL UNIQUE,
		created_at INTEGER NOT NULL
	) STRICT;
	CREATE INDEX api_tokens_of_workshop ON api_tokens(workshop_id);
`;
