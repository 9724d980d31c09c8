/** What somebody called a version that they kept on purpose; null for those that were kept by themselves. */
export const namedVersions = `
	ALTER TABLE versions ADD COLUMN name TEXT;
`;
