import { granularityOf, periodOf, readPeriod } from '#lib/domain/area/period.ts';
import { clean, cleanSigns } from '../cells/clean.ts';
import { readDate, type DateReading } from '../cells/date.ts';
import type { Row } from '../csv/parse.ts';
import type { Plan } from '../plan.ts';
import type { Problems } from '../problem.ts';

/** Reads the period of each row, and notices when they are of different lengths. */
export class RowPeriods {
	readonly #problems: Problems;
	readonly #lastYear: number;
	readonly #lengths = new Set<string>();
	/** Cells that were read without a problem. */
	readonly #read = new Map<string, string>();

	/** @param today measurements of later than next year are mistakes */
	constructor(problems: Problems, today: string) {
		this.#problems = problems;
		this.#lastYear = Number(today.slice(0, 4)) + 1;
	}

	/** The row's period; undefined after telling what is wrong with it. */
	of(row: Row, period: Extract<Plan['period'], { column: number }>): string | undefined {
		const cell = row.cells[period.column] ?? '';
		if (period.kind === 'stock-date') {
			const day = this.day(row, period.column)?.day;
			return day && this.#within(periodOf(day, 'month'), row.line);
		}
		const known = this.#read.get(cell);
		if (known !== undefined) return known;
		const reading = readPeriod(cleanSigns(cell));
		if ('period' in reading) {
			const within = this.#within(reading.period, row.line);
			if (within !== undefined) this.#read.set(cell, within);
			return within;
		}
		const found = clean(cell).slice(0, 40);
		this.#problems.add('bad-period', row.line, { found, reason: reading.reason });
		return undefined;
	}

	/** The day in a column; undefined after telling what is wrong with it. */
	day(row: Row, column: number): DateReading | undefined {
		const cell = row.cells[column] ?? '';
		const reading = readDate(cell);
		if (!reading) this.#problems.add('bad-date', row.line, { found: clean(cell).slice(0, 40) });
		else if (reading.assumed) this.#problems.add(reading.assumed, row.line, { day: reading.day });
		return reading;
	}

	/** Tells once when years, quarters and months stand beside each other. */
	noticeMixture(): void {
		if (this.#lengths.size > 1) this.#problems.add('mixed-periods');
	}

	#within(period: string, line: number): string | undefined {
		const year = Number(period.slice(0, 4));
		if (year > this.#lastYear || year < 1970) {
			this.#problems.add('far-period', line, { period });
			return undefined;
		}
		this.#lengths.add(granularityOf(period));
		return period;
	}
}
