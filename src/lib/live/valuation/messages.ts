import type { ProbabilityMode } from '#lib/domain/valuation/effect-value.ts';
import type { Progress } from '#lib/domain/valuation/engine.ts';
import type { Evaluation } from '#lib/domain/valuation/evaluation.ts';
import type { TornadoRow } from '#lib/domain/valuation/tornado.ts';
import type { FileChange } from './file-change.ts';

/** Samples of the picture that follows every edit, and of one replicate of the settled one. */
export const quickSamples = 4096;

/** Replicates of the settled picture. */
export const settledReplicates = 16;

/** What a screen asks of the valuer. Every question replaces the one before it. */
export type Question =
	| {
			readonly ask: 'value';
			readonly change: FileChange;
			readonly scenarioIds: readonly string[];
			/** The scenario of which every year and sums over parties are wanted; null when nobody looks at one. */
			readonly detailsOf: string | null;
			/** The tornado of that scenario is wanted as well. */
			readonly withTornado: boolean;
			readonly probabilityMode: ProbabilityMode;
	  }
	/** The same workshop and scenarios again, in many more samples. */
	| { readonly ask: 'settle' }
	| { readonly ask: 'stop' };

/** What the valuer tells; every `value` gets exactly one `valued` or `failed`. */
export type Answer =
	| { readonly told: 'valued'; readonly evaluation: Evaluation; readonly tornado: TornadoRow[] }
	| { readonly told: 'progress'; readonly progress: Progress }
	| { readonly told: 'settled'; readonly evaluation: Evaluation }
	/** A mistake in the program or a broken connection with the valuer; the text is for the console. */
	| { readonly told: 'failed'; readonly reason: string };
