/**
 * An import is written in slices, between which others go on. Until the last slice it is unfinished and
 * seen by nobody; one that a stopped server left behind is removed at the next start.
 */
export const unfinishedBatches = `
	ALTER TABLE import_batches ADD COLUMN finished INTEGER NOT NULL DEFAULT 1 CHECK (finished IN (0, 1));
	CREATE INDEX unfinished_batches ON import_batches(id) WHERE finished = 0;
`;
