import { readAreaCode, type CodeKind } from '#lib/domain/area/area-code.ts';
import { Refused, type Problems } from '../problem.ts';
import type { AreaColumns } from '../plan.ts';
import type { ColumnRole, ImportSettings } from '../settings.ts';
import { isPersonal, wordOf } from './header-words.ts';
import type { Sheet } from './sheet.ts';

export type Column = {
	readonly place: number;
	readonly header: string;
	readonly role: ColumnRole;
	readonly kind?: CodeKind;
};

/** What every column is: as a person said, else as its header says. */
export function columnsOf({ headers, rows }: Sheet, settings: ImportSettings): Column[] {
	const chosen = new Map(settings.roles);
	return headers.map((header, place) => {
		const word = wordOf(header);
		const kind = word?.kind ?? postcodeKind(header, rows[0]?.cells[place]);
		const guess = kind === 'postcode' ? 'area-code' : roleOf(header);
		const named = /^(buurt|bu)$/i.test(header) && !readAreaCode(rows[0]?.cells[place] ?? '', kind);
		return { place, header, kind, role: chosen.get(place) ?? (named ? 'area-name' : guess) };
	});
}

/** "Postcode" is an area when it has four digits; with letters it is half an address. */
function postcodeKind(header: string, cell = ''): CodeKind | undefined {
	return /^postcode$/i.test(header) && /^\d{4}$/.test(cell.trim()) ? 'postcode' : undefined;
}

function roleOf(header: string): ColumnRole {
	if (header === '') return 'ignore';
	if (isPersonal(header)) return 'personal';
	return wordOf(header)?.role ?? 'figure';
}

/** The first column with a role. */
export function columnWith(columns: readonly Column[], role: ColumnRole): Column | undefined {
	return columns.find((column) => column.role === role);
}

const fineFirst = ['neighbourhood', 'district', 'postcode', undefined, 'municipality', 'country'];

/**
 * The columns that say which area a row is about: the finest code, else a column of names, else the
 * area that the whole file is about.
 *
 * @throws {Refused} `no-area-column` when there is none of these
 */
export function areaColumns(columns: readonly Column[], settings: ImportSettings): AreaColumns {
	const codes = columns.filter(({ role }) => role === 'area-code');
	const code = codes.toSorted(
		(one, other) => fineFirst.indexOf(one.kind) - fineFirst.indexOf(other.kind)
	)[0];
	const named = columnWith(columns, 'area-name');
	const municipality = columnWith(columns, 'municipality');
	const byName = named && (!/na(am|me)$/i.test(named.header) || isChosen(named, settings));
	if (!code && !byName) {
		if (settings.area) return { fixed: settings.area };
		throw new Refused('no-area-column');
	}
	const name = code?.kind === 'municipality' ? (municipality ?? named) : named;
	return {
		code: code && { column: code.place, kind: code.kind },
		name: name?.place,
		municipality: municipality?.place,
		level: columnWith(columns, 'level')?.place
	};
}

/** A column called "buurtnaam" stands beside a code; that it stands in its place, a person must say. */
function isChosen({ place }: Column, { roles = [] }: ImportSettings): boolean {
	return roles.some(([at, role]) => at === place && role === 'area-name');
}

/**
 * Leaves personal columns behind, whatever else happens.
 *
 * @throws {Refused} `personal-columns` until a person has read that they are
 */
export function refusePersonal(columns: readonly Column[], settings: ImportSettings): void {
	const personal = columns.filter(({ role }) => role === 'personal');
	if (personal.length === 0 || settings.personalColumnsSeen) return;
	const names = personal.map(({ header }) => header).join(', ');
	throw new Refused('personal-columns', { values: { names } });
}

/** The columns that hold numbers, without those in which no cell is one: those are told. */
export function figureColumns(
	columns: readonly Column[],
	{ rows }: Sheet,
	problems: Problems
): Column[] {
	return columns.filter(({ place, role, header }) => {
		if (role !== 'figure') return false;
		const numeric = rows.some(({ cells }) => mayBeNumber(cells[place] ?? ''));
		if (!numeric) problems.add('column-left-out', undefined, { column: header });
		return numeric;
	});
}

/** Codes, dates and sentences with a digit in them are no numbers; `<5` and a lone `.` may stand for one. */
function mayBeNumber(cell: string): boolean {
	const text = cell.trim();
	if (text.length > 40) return false;
	return /^[-+\u2212<€\s]*(?:€|eur)?\s*-?[\d.,\s\u00a0\u202f]*\d[\d.,\s\u00a0\u202f]*(?:e[-+]?\d+)?\s*(?:%|€)?$|^\.$/i.test(
		text
	);
}
