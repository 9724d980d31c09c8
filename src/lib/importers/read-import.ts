import { municipalityOf } from '#lib/domain/area/area-code.ts';
import type {
	AreaObservation,
	KnownArea,
	ObservedIndicator
} from '#lib/domain/area/area-observation.ts';
import { Accumulator } from './accumulator.ts';
import { decode } from './bytes/decode.ts';
import { looksGarbled, repairGarbled } from './bytes/garbled.ts';
import { refuseOtherContent } from './bytes/sniff.ts';
import { findDecimalMark } from './cells/number.ts';
import { parseRows } from './csv/parse.ts';
import { importLimits } from './limits.ts';
import { Problems, Refused, type Problem } from './problem.ts';
import type {
	ColumnRole,
	DecimalMark,
	Delimiter,
	Encoding,
	ImportSettings,
	Surroundings
} from './settings.ts';
import { AreaFinder } from './sheet/area-finder.ts';
import { columnsOf } from './sheet/columns.ts';
import { findSheet, isTransposedHeader, refuseSameHeaders, type Sheet } from './sheet/sheet.ts';
import { readGeojson } from './sources/geojson.ts';
import { sheetSources } from './sources/index.ts';

/** What was detected in a file, or chosen in its place, for the preview. */
export type Detected = {
	encoding?: Encoding;
	delimiter?: Delimiter;
	decimalMark?: DecimalMark;
	headerLine?: number;
	source?: string;
	/** The year of the division into areas to which the codes belong, where the source says it. */
	vintage?: number;
	columns: readonly { readonly header: string; readonly role: ColumnRole }[];
	/** The first rows, without personal columns. */
	sample: readonly (readonly string[])[];
};

/** What importing a file would bring. Nothing of it may be used while `ready` is false. */
export type ImportResult = {
	readonly detected: Detected;
	readonly areas: readonly KnownArea[];
	readonly indicators: readonly ObservedIndicator[];
	/** The municipalities in which the areas of the file lie, to choose one; with a name where it is known. */
	readonly municipalities: readonly KnownArea[];
	readonly observations: readonly AreaObservation[];
	readonly problems: readonly Problem[];
	readonly counts: {
		readonly rows: number;
		readonly observations: number;
		readonly withoutValue: number;
		readonly areas: number;
		readonly linesInError: number;
		readonly problems: Readonly<Record<Problem['severity'], number>>;
	};
	/** True when nothing stands in the way: no error, or only in rows that may be left out. */
	readonly ready: boolean;
};

/**
 * Reads a file of figures or areas: bytes in, observations or problems out. It never throws on what is in
 * the bytes, and gives all or nothing.
 */
export function readImport(
	bytes: Uint8Array,
	settings: ImportSettings,
	surroundings: Surroundings
): ImportResult {
	const problems = new Problems();
	const into = new Accumulator(problems);
	const detected: Detected = { columns: [], sample: [] };
	const rows = { count: 0 };
	try {
		rows.count = read({ bytes, settings, surroundings, into, detected });
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		problems.add(error.code, error.line, error.values);
	}
	return resultOf({ into, detected, settings, rows: rows.count });
}

type Work = {
	readonly bytes: Uint8Array;
	readonly settings: ImportSettings;
	readonly surroundings: Surroundings;
	readonly into: Accumulator;
	readonly detected: Detected;
};

/** @returns the number of rows that were looked at */
function read(work: Work): number {
	const { bytes, settings, surroundings, into, detected } = work;
	if (bytes.length > importLimits.bytes) {
		throw new Refused('too-large', { values: { most: importLimits.bytes / 1_000_000 } });
	}
	refuseOtherContent(bytes);
	const text = readText(work);
	if (/^\s*\{/.test(text)) {
		detected.source = readGeojson(text, into, { settings, surroundings });
		return into.areas.length;
	}
	const parsed = parseRows(text, settings.delimiter, into.problems);
	detected.delimiter = parsed.delimiter;
	const sheet = findSheet(parsed.rows, settings.headerLine, into.problems);
	detected.headerLine = sheet.headerLine;
	if (!isTransposedHeader(sheet.headers)) refuseSameHeaders(sheet.headers, sheet.headerLine);
	readSheet(sheet, work);
	return sheet.rows.length;
}

function readText({ bytes, settings, detected }: Work): string {
	const { text, encoding } = decode(bytes, settings.encoding);
	detected.encoding = encoding;
	if (!looksGarbled(text.slice(0, 200_000))) return text;
	if (!settings.repairText) throw new Refused('garbled-text');
	return repairGarbled(text);
}

function readSheet(sheet: Sheet, { settings, surroundings, into, detected }: Work): void {
	const columns = columnsOf(sheet, settings);
	const shown = columns.filter(({ role }) => role !== 'personal');
	detected.columns = columns.map(({ header, role }) => ({ header, role }));
	detected.sample = sheet.rows
		.slice(0, 8)
		.map(({ cells }) => shown.map(({ place }) => (cells[place] ?? '').slice(0, 80)));
	const found = findDecimalMark(sheet.rows, detected.delimiter ?? ';');
	const mark = settings.decimalMark ?? found.mark;
	detected.decimalMark = mark;
	if (found.ambiguous && !settings.decimalMark) into.problems.add('ambiguous-decimals');
	const source = sheetSources.find((one) => one.recognises(sheet, settings));
	detected.source = source?.id;
	const areas = new AreaFinder(surroundings, into);
	source?.read({ sheet, mark, settings, surroundings, areas, into });
	areas.finish();
}

type Gathered = {
	readonly into: Accumulator;
	readonly detected: Detected;
	readonly settings: ImportSettings;
	readonly rows: number;
};

function resultOf({ into, detected, settings, rows }: Gathered): ImportResult {
	const { problems } = into;
	const all = into.areas;
	const rowErrors = problems.counts.row;
	detected.vintage = into.vintage;
	if (rowErrors > 0 && settings.leaveOutWrongRows) {
		problems.add('rows-left-out', undefined, { count: problems.linesInError });
	}
	const within = keeps(settings.municipality);
	const observations = into.observations.filter(({ area }) => within(area));
	const areas = all.filter(({ code }) => within(code));
	const ready =
		!problems.refused &&
		(rowErrors === 0 || settings.leaveOutWrongRows === true) &&
		observations.length + areas.length > 0;
	return {
		detected,
		indicators: into.indicators,
		municipalities: municipalitiesOf(all, into.municipalityNames),
		problems: problems.kept,
		...(ready ? { areas, observations } : { areas: [], observations: [] }),
		counts: {
			rows,
			observations: observations.length,
			withoutValue: observations.filter(({ value }) => value === null).length,
			areas: areas.length,
			linesInError: problems.linesInError,
			problems: problems.counts
		},
		ready
	};
}

function municipalitiesOf(
	areas: readonly KnownArea[],
	names: ReadonlyMap<string, string>
): KnownArea[] {
	const own = new Map(areas.map(({ code, name }) => [code, name]));
	const codes = new Set(areas.flatMap(({ code }) => municipalityOf(code) ?? []));
	return [...codes].map((code) => ({ code, name: own.get(code) || names.get(code) || code }));
}

/** Postcodes lie in no municipality by their code, so a choice of municipality leaves them all in. */
function keeps(municipality: string | undefined): (code: string) => boolean {
	if (!municipality) return () => true;
	return (code) => (municipalityOf(code) ?? municipality) === municipality;
}
