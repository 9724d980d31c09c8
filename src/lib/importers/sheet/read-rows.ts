import type { ObservationStatus } from '#lib/domain/area/area-observation.ts';
import { isProvisional, withoutProvisional } from '#lib/domain/area/period.ts';
import { clean } from '../cells/clean.ts';
import { readMissing } from '../cells/missing.ts';
import { readCellNumber } from '../cells/number.ts';
import { withinRange } from '../cells/range.ts';
import type { Row } from '../csv/parse.ts';
import { importLimits } from '../limits.ts';
import type { FigureColumn, Plan } from '../plan.ts';
import type { Reading } from '../source.ts';
import { Complexes } from './complexes.ts';
import { RowPeriods } from './row-period.ts';

type CellValue = { readonly value: number | null; readonly status: ObservationStatus };

const rowsBetweenNews = 4000;

/** Reads all rows of a sheet by a plan: a row with something wrong gives no value and says why. */
export function readRows(reading: Reading, plan: Plan): void {
	new RowReader(reading, plan).read();
}

class RowReader {
	readonly #reading: Reading;
	readonly #plan: Plan;
	readonly #periods: RowPeriods;
	readonly #complexes: Complexes;
	/** Keys of the indicators that rows name, by the text of the cell. */
	readonly #keys = new Map<string, string>();
	/** Per column whether cells have a percent sign, and the first line without. */
	readonly #scales = new Map<number, { signs: boolean; without: number | undefined }>();

	constructor(reading: Reading, plan: Plan) {
		this.#reading = reading;
		this.#plan = plan;
		this.#periods = new RowPeriods(reading.into.problems, reading.surroundings.today);
		this.#complexes = new Complexes(reading.into);
	}

	read(): void {
		const { sheet, into, surroundings } = this.#reading;
		for (const { key, name, unit } of this.#plan.figures) {
			if (key !== undefined) into.addIndicator({ key, name: name ?? key, unit: unit ?? '' });
		}
		sheet.rows.forEach((row, place) => {
			if (place % rowsBetweenNews === 0) surroundings.progress?.(place / sheet.rows.length);
			if (fits(row, this.#reading, this.#plan.shortRows)) this.#readRow(row);
		});
		this.#finish();
	}

	#readRow(row: Row): void {
		const { area: columns, period: by } = this.#plan;
		const area = this.#reading.areas.find(row, columns);
		const period = 'column' in by ? this.#periods.of(row, by) : 'fixed' in by ? by.fixed : '';
		if (area === undefined || period === undefined) return;
		const provisional = 'column' in by && isProvisional(row.cells[by.column] ?? '');
		const place = { row, area, period, provisional, version: this.#version(row) };
		for (const figure of this.#plan.figures) this.#readFigure(place, figure);
	}

	#readFigure({ row, area, period, provisional, version }: RowPlace, figure: FigureColumn): void {
		const { into } = this.#reading;
		const line = figure.line ?? row.line;
		const read = this.#readCell(clean(row.cells[figure.column] ?? ''), line, figure);
		const indicator = this.#indicatorOf(row, figure);
		if (!read || indicator === undefined) return;
		const mayChange = read.status === 'ok' && (provisional || figure.provisional === true);
		const { value, status } = mayChange ? { ...read, status: 'provisional' as const } : read;
		const when = figure.period ?? period;
		const observation = { area, period: when, indicator, value, status, version };
		if (figure.aggregate) this.#complexes.add(observation, figure.aggregate, line);
		else into.add(observation, line);
	}

	#readCell(cell: string, line: number, figure: FigureColumn): CellValue | undefined {
		const status = readMissing(cell);
		if (status) return { value: null, status };
		const { problems } = this.#reading.into;
		const column = this.#reading.sheet.headers[figure.column] ?? '';
		const known = readCellNumber(cell, this.#reading.mark);
		const number = known ?? readCellNumber(withoutProvisional(cell), this.#reading.mark);
		if (!number) {
			problems.add('bad-number', line, { column, found: cell.slice(0, 40) });
			return undefined;
		}
		this.#noticeScale(figure.column, number.percent, line);
		if (!withinRange(number.value, figure.range)) {
			const { low = 0, high = 0 } = figure.range ?? {};
			problems.add('out-of-range', line, { column, found: cell.slice(0, 40), low, high });
			return undefined;
		}
		return { value: number.value, status: known ? 'ok' : 'provisional' };
	}

	#indicatorOf(row: Row, figure: FigureColumn): string | undefined {
		if (figure.key !== undefined) return figure.key;
		const { indicatorColumn, unitColumn } = this.#plan;
		const cell = row.cells[indicatorColumn ?? -1] ?? '';
		const known = this.#keys.get(cell);
		if (known !== undefined) return known;
		const name = clean(cell);
		if (name === '') {
			this.#reading.into.problems.add('row-too-short', row.line);
			return undefined;
		}
		const key = name.toLowerCase();
		this.#keys.set(cell, key);
		const unit = unitColumn === undefined ? '' : clean(row.cells[unitColumn] ?? '');
		this.#reading.into.addIndicator({ key, name, unit });
		return key;
	}

	#version({ cells }: Row): string {
		const { version, versionColumn } = this.#plan;
		if (versionColumn === undefined) return version;
		return `${version}-${clean(cells[versionColumn] ?? '').replace(',', '.')}`;
	}

	#noticeScale(column: number, percent: boolean, line: number): void {
		const scale = this.#scales.get(column) ?? { signs: false, without: undefined };
		if (percent) scale.signs = true;
		else scale.without ??= line;
		this.#scales.set(column, scale);
	}

	#finish(): void {
		const { sheet, into } = this.#reading;
		this.#complexes.finish();
		this.#periods.noticeMixture();
		for (const [column, { signs, without }] of this.#scales) {
			if (!signs || without === undefined) continue;
			into.problems.add('mixed-scale', without, { column: sheet.headers[column] ?? '' });
		}
	}
}

type RowPlace = {
	readonly row: Row;
	readonly area: string;
	readonly period: string;
	readonly provisional: boolean;
	readonly version: string;
};

/** Tells whether a row has as many cells as the header, none of them enormous; says so when not. */
export function fits(row: Row, { sheet, into }: Reading, shortRows = false): boolean {
	const wide = sheet.headers.length;
	const { line, cells } = row;
	if (cells.length < wide && !shortRows) {
		into.problems.add('row-too-short', line, { found: cells.length, wanted: wide });
		return false;
	}
	if (cells.slice(wide).some((cell) => cell.trim() !== '')) {
		into.problems.add('row-too-long', line, { found: cells.length, wanted: wide });
		return false;
	}
	if (cells.some((cell) => cell.length > importLimits.cell)) {
		into.problems.add('cell-too-long', line, { most: importLimits.cell });
		return false;
	}
	return true;
}
