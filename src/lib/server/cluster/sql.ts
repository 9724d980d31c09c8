/** Runs one statement on PostgreSQL, with `$1` and so on for the values, and gives the rows. */
export type Sql = <Row extends object>(
	text: string,
	...values: readonly unknown[]
) => Promise<Row[]>;
