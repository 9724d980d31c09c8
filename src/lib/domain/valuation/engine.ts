import type { WorkshopFile } from '../workshop-file.ts';
import {
	blockFigures,
	findInvalid,
	type BlockFigures,
	type WantedDetails
} from './block-figures.ts';
import { Block } from './block.ts';
import { scenariosToValue, type ValuedScenario } from './do-nothing.ts';
import type { ProbabilityMode } from './effect-value.ts';
import { Distributions } from './distribution.ts';
import { Estimates } from './estimates.ts';
import { assemble, type Evaluation } from './evaluation.ts';
import { canBeAdded, type InvalidReason } from './invalid.ts';
import { keepUnchanged } from './keep-unchanged.ts';
import { openLedger, type Ledger, type Source } from './ledger.ts';
import { Means } from './means.ts';
import { RisingColumns } from './sampling/rising-columns.ts';
import { Sampler } from './sampling/sampler.ts';
import { tornado, type TornadoRow } from './tornado.ts';

/** Changes when the same file, seed and samples give other bytes than before. */
export const engineVersion = '1';

export type EngineOptions = {
	/** Any whole number; 1 unless given. */
	readonly seed?: number;
	/** Samples of one replicate; 4,096 unless given. */
	readonly samplesPerReplicate?: number;
	/** Independent replicates whose figures are averaged; 4 unless given. */
	readonly replicates?: number;
	readonly probabilityMode?: ProbabilityMode;
};

/** How many replicates are done. */
export type Progress = { readonly done: number; readonly of: number };

/** What to value. */
export type Selection = {
	/** The scenarios beside doing nothing; all of them unless given. */
	readonly scenarioIds?: readonly string[];
	/** The scenario of which the range of every year and of sums over parties is wanted; none unless given. */
	readonly detailsOf?: string | undefined;
};

/**
 * Works out what the scenarios of a workshop are worth.
 *
 * The same workshop, seed and samples give the same bytes in every browser and on the server, in
 * whatever order cards were made and edited. Records are taken as immutable: a record that is the same
 * object as before is not looked at again, and an edited card has only its own columns drawn again.
 */
export class Engine {
	readonly #options: Required<EngineOptions>;
	readonly #rising: RisingColumns;
	readonly #estimates = new Estimates();
	readonly #memory = { means: new Means(), distributions: new Distributions() };
	readonly #blocks = new Map<number, Block>();
	#ledgers: readonly Ledger[] = [];
	#previous: Evaluation | undefined;

	constructor(options: EngineOptions = {}) {
		const defaults = { seed: 1, samplesPerReplicate: 4096, replicates: 4 } as const;
		this.#options = { ...defaults, probabilityMode: 'expected', ...options };
		const { samplesPerReplicate, replicates } = this.#options;
		this.#rising = new RisingColumns(samplesPerReplicate, replicates);
	}

	get seed(): number {
		return this.#options.seed;
	}

	/** Samples of all replicates together. */
	get samples(): number {
		return this.#options.samplesPerReplicate * this.#options.replicates;
	}

	/** Values the scenarios now and remembers all columns, so that the next time costs little. */
	evaluate(file: WorkshopFile, selection: Selection = {}): Evaluation {
		const steps = this.#steps(file, selection, (replicate) => this.#rememberedBlock(replicate));
		const evaluation = lastOf(steps);
		this.#previous = this.#previous ? keepUnchanged(this.#previous, evaluation) : evaluation;
		return this.#previous;
	}

	/**
	 * Values the scenarios one replicate at a time and remembers no columns: for many samples, in a
	 * Worker or in pieces. Stop by not asking for the next step. Gives the same bytes as evaluate.
	 */
	settle(file: WorkshopFile, selection: Selection = {}): Generator<Progress, Evaluation> {
		return this.#steps(file, selection, (replicate) => this.#newBlock(replicate));
	}

	/** Gives the tornado of a scenario as it was valued last; empty for a scenario that was not. */
	tornado(scenarioId: string): TornadoRow[] {
		const ledger = this.#ledgers.find(({ scenario }) => scenario.id === scenarioId);
		return ledger ? tornado(ledger) : [];
	}

	*#steps(
		file: WorkshopFile,
		{ scenarioIds, detailsOf }: Selection,
		blockOf: (replicate: number) => Block
	): Generator<Progress, Evaluation> {
		this.#estimates.read(file);
		const scenarios = scenariosToValue(file, scenarioIds);
		const invalid = this.#withoutMean();
		const details = { of: detailsOf, file };
		for (;;) {
			const ledgers = this.#openLedgers(file, scenarios, invalid);
			const blocks = yield* this.#valueBlocks({ ledgers, details }, invalid, blockOf);
			if (!blocks) continue;
			this.#ledgers = ledgers;
			return assemble(file, ledgers, { blocks, ...this.#memory });
		}
	}

	/** Gives nothing when a sample turns out invalid: its effect is then left out of all replicates. */
	*#valueBlocks(
		{ ledgers, details }: { readonly ledgers: readonly Ledger[]; readonly details: WantedDetails },
		invalid: Map<Source, InvalidReason>,
		blockOf: (replicate: number) => Block
	): Generator<Progress, BlockFigures[] | undefined> {
		const { replicates } = this.#options;
		const blocks: BlockFigures[] = [];
		for (let replicate = 0; replicate < replicates; replicate += 1) {
			const block = blockOf(replicate);
			const found = findInvalid(block, ledgers);
			for (const [source, reason] of found) invalid.set(source, reason);
			if (found.size > 0) return undefined;
			blocks.push(blockFigures(block, ledgers, details));
			yield { done: blocks.length, of: replicates };
		}
		return blocks;
	}

	#openLedgers(
		file: WorkshopFile,
		scenarios: readonly ValuedScenario[],
		invalid: ReadonlyMap<Source, InvalidReason>
	): Ledger[] {
		const input = { file, estimates: this.#estimates, invalid };
		return scenarios.map((scenario) => openLedger(scenario, input));
	}

	/** Finds what has no usable mean, such as a lognormal whose mean is beyond all numbers. */
	#withoutMean(): Map<Source, InvalidReason> {
		const invalid = new Map<Source, InvalidReason>();
		for (const source of this.#estimates.sources())
			if (!canBeAdded(this.#memory.means.total(source))) invalid.set(source, 'not-finite');
		return invalid;
	}

	#rememberedBlock(replicate: number): Block {
		const block = this.#blocks.get(replicate) ?? this.#newBlock(replicate);
		this.#blocks.set(replicate, block);
		return block;
	}

	#newBlock(replicate: number): Block {
		const { seed, probabilityMode } = this.#options;
		return new Block(new Sampler({ seed, replicate, rising: this.#rising }), probabilityMode);
	}
}

/** Makes an engine with its own memory. */
export function createEngine(options: EngineOptions = {}): Engine {
	return new Engine(options);
}

/** Runs all steps without a pause. */
export function lastOf<Result>(steps: Generator<unknown, Result>): Result {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}
