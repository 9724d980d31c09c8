import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import type { ImportResult } from '#lib/importers/read-import.ts';
import type { ImportSettings, Surroundings } from '#lib/importers/settings.ts';

/** What a preview shows: everything but the values, which stay in the worker. */
export type ImportPreview = Omit<ImportResult, 'observations' | 'areas'> & {
	/** How many counts were hidden because they are small. */
	readonly hidden: number;
};

/** What an import did or would do; see the server's answer. */
export type ImportOutcome = {
	readonly id?: number;
	readonly added: number;
	readonly same: number;
	readonly areas: number;
	readonly sameFile: readonly number[];
};

/** Values that a page wants to have itself: of these indicators, in these areas. */
export type Which = { readonly indicators: readonly string[]; readonly areas: readonly string[] };

/** What the page asks of the worker. */
export type WorkerQuestion =
	| {
			readonly ask: 'read';
			readonly turn: number;
			readonly bytes: ArrayBuffer;
			readonly settings: ImportSettings;
			readonly surroundings: Omit<Surroundings, 'progress'>;
			/** Counts below this are hidden before anything leaves the browser. */
			readonly smallest: number;
	  }
	| {
			readonly ask: 'send';
			readonly turn: number;
			readonly path: string;
			readonly dryRun: boolean;
			readonly onSameKey: 'skip' | 'replace';
	  }
	| { readonly ask: 'pick'; readonly turn: number; readonly which: Which };

/** What the worker says. `turn` is that of the question, so that a late answer to an older one is dropped. */
export type WorkerAnswer = { readonly turn: number } & (
	| { readonly said: 'progress'; readonly share: number }
	| { readonly said: 'preview'; readonly preview: ImportPreview }
	| { readonly said: 'outcome'; readonly outcome: ImportOutcome }
	| { readonly said: 'picked'; readonly observations: readonly AreaObservation[] }
	| { readonly said: 'refused'; readonly code: string }
);
