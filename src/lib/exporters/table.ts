/** What stands in one place: a number stays a number, so that a spreadsheet can work with it; null is empty. */
export type Cell = string | number | boolean | null;

/** A table that leaves the program: one sheet of a workbook, or one CSV file. */
export type Table = {
	/** Unique among the tables that leave together: the name of the file or sheet, in lower case. */
	readonly id: string;
	readonly title: string;
	readonly columns: readonly string[];
	readonly rows: readonly (readonly Cell[])[];
};

/**
 * What makes a spreadsheet take a text for a formula, also in full width and after blanks or controls.
 * Source: OWASP, CSV Injection.
 */
const startsFormula = /^[\s\p{C}'"]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212|%]/u;
const startsControl = /^[\t\r\n]/;

/** Gives a text that a spreadsheet shows and never runs: what looks like a formula gets a quote before it. */
export function asPlainText(text: string): string {
	return startsFormula.test(text) || startsControl.test(text) ? `'${text}` : text;
}
