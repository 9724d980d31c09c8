/**
 * When anybody opened a workshop last, null when that was not noted yet; and how many days its names are
 * kept after that, and all of it after its last change, null where nobody chose.
 */
export const retention = `
	ALTER TABLE workshops ADD COLUMN visited_at INTEGER;
	ALTER TABLE workshops ADD COLUMN names_kept_days INTEGER;
	ALTER TABLE workshops ADD COLUMN kept_days INTEGER;
`;
