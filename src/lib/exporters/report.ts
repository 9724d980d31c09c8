import type { SupportKind } from '#lib/domain/valuation/support.ts';

/**
 * What leaves the room, as plain data: screens, paper and documents all draw this and nothing else.
 * Every text is already in the reader's language, every amount already written with its unit.
 */
export type Report = {
	readonly title: string;
	/** What kind of paper this is. */
	readonly kind: string;
	/** What the group asked. */
	readonly question: string;
	/** Stands at the foot of every page: which euros, over how long. */
	readonly footer: string;
	readonly sections: readonly ReportSection[];
};

export type ReportSection = {
	/** Unique within the report; names the section in an address. */
	readonly id: string;
	/** A conclusion where there are numbers, else what follows. */
	readonly title: string;
	/** What the critic says carries the critic's mark. */
	readonly ofCritic?: boolean;
	readonly blocks: readonly ReportBlock[];
};

export type ReportBlock =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'heading'; readonly text: string }
	| ReportTable
	| ReportPoints
	| ReportSupport;

/** Figures stand to the right; the first column names the row. */
export type ReportTable = {
	readonly kind: 'table';
	readonly caption: string;
	readonly columns: readonly { readonly title: string; readonly figures?: boolean }[];
	readonly rows: readonly (readonly string[])[];
};

/** A list of which each point has a few strong words before it, or none. */
export type ReportPoints = {
	readonly kind: 'points';
	readonly points: readonly { readonly lead: string; readonly text: string }[];
};

/** The promised benefit by how well it is supported. */
export type ReportSupport = {
	readonly kind: 'support';
	readonly parts: readonly {
		readonly support: SupportKind;
		readonly label: string;
		/** Mean euros. */
		readonly euros: number;
		readonly amount: string;
	}[];
};
