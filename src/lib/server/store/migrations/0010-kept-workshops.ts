/**
 * When somebody last said that a workshop nobody changes must be kept, and since when people in it are
 * told that it will be deleted; null when that is not so.
 */
export const keptWorkshops = `
	ALTER TABLE workshops ADD COLUMN kept_at INTEGER;
	ALTER TABLE workshops ADD COLUMN warned_at INTEGER;
`;
