import { Engine } from '#lib/domain/valuation/engine.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { FileReceiver } from './file-change.ts';
import { quickSamples, settledReplicates, type Answer, type Question } from './messages.ts';

type Valued = { readonly file: WorkshopFile; readonly scenarioIds: readonly string[] };

/**
 * Answers questions about what a workshop is worth, wherever it runs: in a Worker, or in the page itself.
 * Settling gives way after every replicate, so that a new question is heard in between and replaces it.
 */
export class Valuer {
	readonly #tell: (answer: Answer) => void;
	readonly #engine = new Engine({ samplesPerReplicate: quickSamples, replicates: 1 });
	readonly #receiver = new FileReceiver();
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

	#value({ change, scenarioIds, tornadoOf }: Question & { ask: 'value' }): void {
		const file = this.#receiver.receive(change);
		this.#valued = { file, scenarioIds };
		const evaluation = this.#engine.evaluate(file, { scenarioIds });
		const tornado = tornadoOf === null ? [] : this.#engine.tornado(tornadoOf);
		this.#tell({ told: 'valued', evaluation, tornado });
	}

	async #settle({ file, scenarioIds }: Valued): Promise<void> {
		const turn = Symbol('settling');
		this.#settling = turn;
		const options = { samplesPerReplicate: quickSamples, replicates: settledReplicates };
		const steps = new Engine(options).settle(file, { scenarioIds });
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
