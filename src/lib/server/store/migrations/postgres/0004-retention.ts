/** What SQLite's thirteenth does; see there. */
export const retention = `
	ALTER TABLE workshops ADD COLUMN visited_at BIGINT;
	ALTER TABLE workshops ADD COLUMN names_kept_days BIGINT;
	ALTER TABLE workshops ADD COLUMN kept_days BIGINT;
`;
