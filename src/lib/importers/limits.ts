/** How much an import takes; larger files are refused with a sentence that says so. */
export const importLimits = {
	bytes: 20_000_000,
	rows: 200_000,
	columns: 2000,
	/** Characters of one cell. */
	cell: 10_000,
	/** Values of one import. A national file of neighbourhoods has 158 thousand. */
	values: 400_000
} as const;
