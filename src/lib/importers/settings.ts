import type { Granularity } from '#lib/domain/area/period.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [';', ',', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export type DecimalMark = ',' | '.';

/** What a column of a registration is. */
export const columnRoles = [
	...['area-code', 'area-name', 'municipality', 'level', 'period', 'stock-date', 'date'],
	...['indicator', 'value', 'unit', 'version', 'complex', 'figure', 'ignore', 'personal']
] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** How figures of complexes become one figure of their area. */
export const aggregations = ['sum', 'mean', 'leave-out'] as const;
export type Aggregation = (typeof aggregations)[number];

/**
 * What a person chose in the preview; what is absent is detected.
 * Choices per column are pairs with its place, counted from 0, so that no header can be a key of an object
 * and choices can be kept without a word of the file.
 */
export type ImportSettings = {
	readonly encoding?: Encoding;
	readonly delimiter?: Delimiter;
	readonly decimalMark?: DecimalMark;
	/** The line of the header, counted from 1. */
	readonly headerLine?: number;
	/** Undo text that was encoded twice. */
	readonly repairText?: boolean;
	/** The period of everything in the file, when no column says it. */
	readonly period?: string;
	/** The area that everything in the file is about, when no column says it. */
	readonly area?: { readonly code: string; readonly name: string };
	readonly roles?: readonly (readonly [place: number, role: ColumnRole])[];
	readonly aggregate?: readonly (readonly [place: number, how: Aggregation])[];
	/** How events are counted; quarters when absent. */
	readonly eventsPer?: Granularity;
	/** Somebody read that personal columns are left behind. They are, in any case. */
	readonly personalColumnsSeen?: boolean;
	/** Import the other rows when some rows have an error. Otherwise nothing is. */
	readonly leaveOutWrongRows?: boolean;
	/** Keep only areas of this municipality, and the country and municipality themselves. */
	readonly municipality?: string;
};

/** What an import knows of the world, passed in because reading is pure. */
export type Surroundings = {
	readonly fileName: string;
	/** Today, "YYYY-MM-DD": measurements lie before the end of next year. */
	readonly today: string;
	/** Areas of the workspace: to look names up and to notice codes that are unknown. */
	readonly areas: readonly { readonly code: string; readonly name: string }[];
	/** Hears now and then which share of the rows was read, 0 to 1. */
	readonly progress?: (share: number) => void;
};
