import type { RecordKind } from '../shape.ts';
import type { BoardMaps } from '../maps.ts';
import type { Random } from '../order.ts';

/** What a verb needs to change a board. */
export type Writing = {
	readonly maps: BoardMaps;
	/** Makes an id that fits MODEL.md's pattern and was never made before. */
	readonly newId: () => string;
	readonly random: Random;
	/**
	 * Makes all changes of one verb in one transaction.
	 * Verbs with the same step shortly after each other, such as letters typed in one text, are undone together.
	 */
	readonly commit: (change: () => void, step?: string) => void;
	/** Scenarios of which the name and the choices stay; where there is none to ask, none do. */
	readonly agreed?: () => ReadonlySet<string>;
};

/** A list of items of one record. */
export type ItemsOf = { readonly kind: RecordKind; readonly id: string; readonly list: string };

/** One item: its list, and its id, party, measure, period, name or key. */
export type ItemPlace = ItemsOf & { readonly item: string };
