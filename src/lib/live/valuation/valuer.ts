import type { ProbabilityMode } from '#lib/domain/valuation/effect-value.ts';
import { Engine, type Selection } from '#lib/domain/valuation/engine.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { FileReceiver } from './file-change.ts';
import { quickSamples, settledReplicates, type Answer, type Question } from './messages.ts';

type Valued = {
	readonly file: WorkshopFile;
	readonly selection: Selection;
	readonly probabilityMode: ProbabilityMode;
};

/**
 * Answers questions about what a workshop is worth, wherever it runs: in a Worker, or in the page itself.
 * Settling gives way after every replicate, so that a new question is heard in between and replaces it.
 */
export class Valuer {
	readonly #tell: (answer: Answer) => void;
	readonly #receiver = new FileReceiver();
	#engine: { readonly mode: ProbabilityMode; readonly own: Engine } | undefined;
	#valued: Valued | undefined;
	#settling: symbol | undefined;

	constructor(tell: (answer: Answer) => void) {
		this.#tell = tell;
	}

	/** Takes a question; resolves when it is answered or replaced. */
	async hear(question: Question): Promise<void> {
		this.#settling = undefined;
		try {
			if (question.ask === 'value') this.#value(question);
			if (question.ask === 'settle' && this.#valued) await this.#settle(this.#valued);
		} catch (error) {
			this.#tell({ told: 'failed', reason: String(error) });
		}
	}

	#value({ change, scenarioIds, detailsOf, ...asked }: Question & { ask: 'value' }): void {
		const { withTornado, probabilityMode } = asked;
		const file = this.#receiver.receive(change);
		const selection = { scenarioIds, detailsOf: detailsOf ?? undefined };
		this.#valued = { file, selection, probabilityMode };
		const engine = this.#engineFor(probabilityMode);
		const evaluation = engine.evaluate(file, selection);
		const tornado = withTornado && detailsOf !== null ? engine.tornado(detailsOf) : [];
		this.#tell({ told: 'valued', evaluation, tornado });
	}

	/** What is remembered of one way to count chances is of no use for the other. */
	#engineFor(mode: ProbabilityMode): Engine {
		if (this.#engine?.mode === mode) return this.#engine.own;
		const options = { samplesPerReplicate: quickSamples, replicates: 1, probabilityMode: mode };
		this.#engine = { mode, own: new Engine(options) };
		return this.#engine.own;
	}

	async #settle({ file, selection, probabilityMode }: Valued): Promise<void> {
		const turn = Symbol('settling');
		this.#settling = turn;
		const replicates = settledReplicates;
		const options = { samplesPerReplicate: quickSamples, replicates, probabilityMode };
		const steps = new Engine(options).settle(file, selection);
		for (;;) {
			const step = steps.next();
			if (step.done) return this.#tell({ told: 'settled', evaluation: step.value });
			this.#tell({ told: 'progress', progress: step.value });
			await nextTask();
			if (this.#settling !== turn) return;
		}
	}
}

/** Lets messages that have arrived go first. */
function nextTask(): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve));
}
