import * as Y from 'yjs';
import { fileFromBoard } from '#lib/document/codec.ts';
import type { BoardContent } from '#lib/document/content.ts';
import { readSession } from '#lib/document/session/session.ts';
import { newScenario } from '#lib/domain/scenario.ts';
import { Engine } from '#lib/domain/valuation/engine.ts';
import type { Evaluation } from '#lib/domain/valuation/evaluation.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

/** The scenario with every measure, which stands in as long as nobody made a scenario. */
export const everythingId = 'everything';

/** What is valued: the board as it is now, and the scenarios that are on the screen. */
type Watched = {
	readonly content: () => BoardContent;
	readonly scenarioIds: () => readonly string[];
};

const noSession = readSession(new Y.Doc());

/** Gives the board as the file that the engine values; a board without scenarios has one, with everything. */
function fileToValue(content: BoardContent): WorkshopFile {
	const { file } = fileFromBoard(content, noSession);
	if (file.scenarios.length > 0) return file;
	const choices = file.measures.map(({ id }) => ({ measureId: id, scale: 1, decision: null }));
	return { ...file, scenarios: [newScenario(everythingId, { title: everythingId, choices })] };
}

/**
 * Values the board again when somebody changed it, at most once per frame, in 4,096 samples.
 * What did not change keeps its identity, so it does not move on screen. Make it while a component
 * starts: it follows the board as long as that component is there.
 */
export class LiveValuation {
	readonly #engine = new Engine({ samplesPerReplicate: 4096, replicates: 1 });
	readonly #watched: Watched;
	#shown = $state.raw() as BoardContent;
	#frame: number | undefined;

	/** The file that is valued, so that names and numbers on screen belong together. */
	readonly file: WorkshopFile = $derived.by(() => fileToValue(this.#shown));
	readonly evaluation: Evaluation = $derived.by(() =>
		this.#engine.evaluate(this.file, { scenarioIds: this.#watched.scenarioIds() })
	);

	constructor(watched: Watched) {
		this.#watched = watched;
		this.#shown = watched.content();
		$effect(() => {
			if (watched.content() !== this.#shown) this.#showSoon();
		});
		$effect(() => () => {
			if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
		});
	}

	#showSoon(): void {
		this.#frame ??= requestAnimationFrame(() => {
			this.#frame = undefined;
			this.#shown = this.#watched.content();
		});
	}
}
