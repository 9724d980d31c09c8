/** What can be wrong with a file; every code has a sentence in the locale files, `import.problem.<code>`. */
export const fileErrors = [
	...['empty', 'header-only', 'is-spreadsheet', 'is-web-page', 'is-binary', 'too-large'],
	...['too-many-rows', 'too-many-columns', 'garbled-text', 'unclosed-quote', 'bad-json'],
	...['no-header', 'no-area-column', 'no-period', 'no-values', 'no-areas', 'duplicate-header'],
	...['personal-columns', 'needs-aggregation', 'too-many-values']
] as const;

/** What can be wrong with one row. */
export const rowErrors = [
	...['row-too-short', 'row-too-long', 'cell-too-long', 'bad-code', 'bad-period', 'bad-date'],
	...['bad-number', 'out-of-range', 'far-period', 'conflicting-values', 'ambiguous-area'],
	...['unknown-area-name', 'bad-geometry']
] as const;

/** What deserves a look before it is imported. */
export const warnings = [
	...['same-twice', 'unknown-area-code', 'two-digit-year', 'excel-date', 'mixed-scale'],
	...['mixed-periods', 'ambiguous-decimals', 'stray-quote', 'total-row', 'note-row'],
	...['column-left-out', 'period-proposed', 'same-label', 'rows-left-out', 'stock-dates'],
	...['figures-without-period', 'added-up', 'other-areas']
] as const;

export type ProblemCode =
	(typeof fileErrors)[number] | (typeof rowErrors)[number] | (typeof warnings)[number];

export type Problem = {
	readonly severity: 'file' | 'row' | 'warning';
	readonly code: ProblemCode;
	/** The line of the file, counted from 1, as a text editor counts. */
	readonly line?: number;
	/** What the sentence fills in. */
	readonly values?: Readonly<Record<string, string | number>>;
};

const severities = new Map<ProblemCode, Problem['severity']>([
	...fileErrors.map((code) => [code, 'file'] as const),
	...rowErrors.map((code) => [code, 'row'] as const),
	...warnings.map((code) => [code, 'warning'] as const)
]);

const mostKept = 1000;

/** Gathers problems; keeps the first thousand and counts all, because a file can hold a million. */
export class Problems {
	readonly #kept: Problem[] = [];
	readonly #counts = { file: 0, row: 0, warning: 0 };
	readonly #linesInError = new Set<number>();

	add(code: ProblemCode, line?: number, values?: Problem['values']): void {
		const severity = severities.get(code) ?? 'file';
		this.#counts[severity] += 1;
		if (severity === 'row' && line !== undefined) this.#linesInError.add(line);
		if (this.#kept.length < mostKept) this.#kept.push({ severity, code, line, values });
	}

	get kept(): readonly Problem[] {
		return this.#kept;
	}

	/** How many there are of each severity, also of those that were not kept. */
	get counts(): Readonly<Record<Problem['severity'], number>> {
		return this.#counts;
	}

	/** How many lines have an error. */
	get linesInError(): number {
		return this.#linesInError.size;
	}

	/** Tells whether the file as a whole was refused. */
	get refused(): boolean {
		return this.#counts.file > 0;
	}
}

/** Stops reading a file that can't be read further; the problem says why. */
export class Refused extends Error {
	readonly code: ProblemCode;
	readonly line: number | undefined;
	readonly values: Problem['values'];

	constructor(code: ProblemCode, more: { line?: number; values?: Problem['values'] } = {}) {
		super(code);
		this.code = code;
		this.line = more.line;
		this.values = more.values;
	}
}
