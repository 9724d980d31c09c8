/** The few places where SQLite and PostgreSQL can't be told the same thing in the same words. */
export type Dialect = {
	/** The largest of several values in one row. */
	readonly greatest: 'max' | 'greatest';
	/** The texts, or whole numbers, in a JSON list that stands for a `?`; to be used behind IN. */
	readonly listed: { readonly texts: string; readonly numbers: string };
	/** The different values of a column in a group, as the text of a JSON list. */
	readonly jsonList: (column: string) => string;
	/** Rows that are looked up or appended with one statement, where each costs a way to the database and back. */
	readonly rowsAtOnce: number;
};
