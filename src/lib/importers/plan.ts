import type { CodeKind } from '#lib/domain/area/area-code.ts';
import type { Granularity } from '#lib/domain/area/period.ts';
import type { ValueRange } from './cells/range.ts';
import type { Aggregation } from './settings.ts';

/** One column that holds values. */
export type FigureColumn = {
	readonly column: number;
	/** See AreaObservation.indicator; absent when a column of the row names it. */
	readonly key?: string;
	readonly name?: string;
	readonly unit?: string;
	/** Absent when a column of the row says it, or the whole file has one. */
	readonly period?: string;
	/** Its values may still change, by what stands with the period. */
	readonly provisional?: boolean;
	readonly range?: ValueRange;
	/** The line on which all its values stand, in a table whose columns are areas. */
	readonly line?: number;
	readonly aggregate?: Aggregation;
};

/** How a row says which area it is about. */
export type AreaColumns = {
	readonly code?: { readonly column: number; readonly kind?: CodeKind };
	readonly name?: number;
	readonly municipality?: number;
	readonly level?: number;
	/** What the whole file is about, when no column says it. */
	readonly fixed?: { readonly code: string; readonly name: string };
};

/** How to read the rows of one sheet: what a source makes of its header. */
export type Plan = {
	readonly area: AreaColumns;
	readonly period:
		| { readonly column: number; readonly kind: 'period' | 'stock-date' }
		| { readonly fixed: string }
		| { readonly perFigure: true };
	readonly figures: readonly FigureColumn[];
	readonly indicatorColumn?: number;
	readonly unitColumn?: number;
	/** The dataset, such as `leefbaarometer-3.0`; with `versionColumn` what stands before the number. */
	readonly version: string;
	readonly versionColumn?: number;
	/** Rows end where their last values are missing, as in the older Leefbaarometer files. */
	readonly shortRows?: boolean;
	/** A column by which several rows are one area; they are added up as the figures say. */
	readonly complexColumn?: number;
};

/** A list of events, counted per area and period; nothing else of them is kept. */
export type EventPlan = {
	readonly area: AreaColumns;
	readonly dateColumn: number;
	readonly per: Granularity;
	readonly key: string;
	readonly name: string;
	readonly version: string;
};
