/** A colour of the house by the name of its token, so that a chart follows the theme. */
export type Ink = 'ink' | 'inleg' | 'ontvangt' | 'benefit' | 'harm';

/**
 * How a surface is filled, so that nothing is told by colour alone: solid is substantiated or pledged,
 * striped is plausible or not yet pledged, dotted is a wish, hatched is a harm, open is an outline.
 */
export type Texture = 'solid' | 'striped' | 'dotted' | 'hatched' | 'open';

/** Bars or one line with a value at every place. */
export type Series = {
	readonly label: string;
	readonly shape: 'bars' | 'line';
	readonly ink: Ink;
	readonly texture: Texture;
	/** Up to a value from zero or from the bars before it, or from one value to another. */
	readonly values: readonly (number | readonly [number, number])[];
	/** What every value says in words, for who points at it or walks over it with the keyboard. */
	readonly says: readonly string[];
};

/** A name, or a name in two parts of which the first is cut off where there is little room. */
export type PlaceName = string | readonly [string, string];

/** What stands beside each other: named things, or bins in the middle of which an amount stands. */
export type Places =
	| { readonly kind: 'named'; readonly names: readonly PlaceName[] }
	| {
			readonly kind: 'amounts';
			readonly middles: readonly number[];
			/** Where the axis starts and ends. */
			readonly ends: readonly [number, number];
			readonly write: (amount: number) => string;
	  };

/**
 * What is drawn over the bars at an amount: a line, a result with its range, a corrected result, or how
 * sure the end of a bar is.
 * A range with a place of its own stands there along the axis of the values.
 */
export type Mark =
	| { readonly kind: 'line'; readonly at: number; readonly label?: string }
	| {
			readonly kind: 'range';
			/** p5, p25, p50, p75 and p95. */
			readonly quantiles: readonly [number, number, number, number, number];
			readonly place?: number;
	  }
	| { readonly kind: 'corrected'; readonly at: number }
	/** Between which values the bar at a place may as well end; bars lie across. */
	| {
			readonly kind: 'interval';
			readonly low: number;
			readonly high: number;
			readonly place: number;
	  };

/** The marks that a legend explains; a line says beside it what it is. */
export const explainedMarks = ['range', 'corrected', 'interval'] as const;

export type ExplainedMark = (typeof explainedMarks)[number];

/** A drawing without any library in it; whoever draws it knows the colours. */
export type Drawing = {
	/** Bars stand up, or lie across with their names above them. */
	readonly direction: 'up' | 'across';
	readonly places: Places;
	readonly series: readonly Series[];
	/** At amounts on the axis of the places when these are amounts, else on the axis of the values. */
	readonly marks: readonly Mark[];
	/** Writes a value beside the axis; undefined when the axis has no numbers. */
	readonly writeValue: ((value: number) => string) | undefined;
	/** Values that the axis shows whatever is drawn. */
	readonly inView?: readonly number[];
	/** Stands below the drawing, such as where a cut axis starts. */
	readonly note?: string;
};

/** The numbers of a drawing. */
export type ChartTable = {
	readonly caption: string;
	readonly columns: readonly string[];
	/** The first text of a row names it. */
	readonly rows: readonly (readonly string[])[];
	/** The same rows for who counts on with them, with numbers as numbers; undefined when they are the texts. */
	readonly numbers?: readonly (readonly (string | number | null)[])[];
};

/** A chart: a conclusion made from the numbers, one sentence, a drawing, and its numbers. */
export type Chart = {
	readonly title: string;
	readonly sentence: string;
	/** Undefined when there is nothing to draw; the sentence says why. */
	readonly drawing: Drawing | undefined;
	readonly table: ChartTable | undefined;
};
