import { fileFromBoard } from '#lib/document/codec.ts';
import { newScenario } from '#lib/domain/scenario.ts';
import { carrySettled, type Settled } from '#lib/domain/valuation/carry-settled.ts';
import type { ProbabilityMode } from '#lib/domain/valuation/effect-value.ts';
import type { Progress } from '#lib/domain/valuation/engine.ts';
import type { Evaluation } from '#lib/domain/valuation/evaluation.ts';
import { keepUnchanged } from '#lib/domain/valuation/keep-unchanged.ts';
import type { TornadoRow } from '#lib/domain/valuation/tornado.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { everythingId } from './shown-scenario.svelte.ts';
import { openDesk, type Desk } from './valuation/desk.ts';
import { FileSender } from './valuation/file-change.ts';
import { settledReplicates, type Answer } from './valuation/messages.ts';
import type { WorkshopSession } from './workshop-session.svelte.ts';

/** What is valued: the board as it is now with what the session says of it, and what of it is on the screen. */
type Watched = {
	readonly session: Pick<WorkshopSession, 'content' | 'shared' | 'probability' | 'loaded'>;
	/** The scenarios to compare, beside doing nothing. */
	readonly scenarioIds: () => readonly string[];
	/** The scenario of which every year and sums over parties are told; undefined when nobody looks at that. */
	readonly detailsOf?: () => string | undefined;
	/** Every number of that scenario is varied; true unless given. */
	readonly withTornado?: boolean;
	/** How chances count; without it as this person chose. */
	readonly probabilityMode?: ProbabilityMode;
};

/** One board to value, and what of it. */
type Wanted = {
	readonly file: WorkshopFile;
	readonly scenarioIds: readonly string[];
	readonly detailsOf: string | null;
	readonly withTornado: boolean;
	readonly probabilityMode: ProbabilityMode;
};
type Answered = Wanted & {
	readonly evaluation: Evaluation;
	readonly tornado: readonly TornadoRow[];
};

const noTornado: readonly TornadoRow[] = [];

/** Gives the board as the file that the engine values; a board without scenarios has one, with everything. */
function fileToValue({
	content,
	shared
}: Pick<Watched['session'], 'content' | 'shared'>): WorkshopFile {
	const { file } = fileFromBoard(content, shared);
	if (file.scenarios.length > 0) return file;
	const choices = file.measures.map(({ id }) => ({ measureId: id, scale: 1, decision: null }));
	return { ...file, scenarios: [newScenario(everythingId, { title: everythingId, choices })] };
}

/**
 * Values the board again when somebody changed it, outside the main thread and one question at a time:
 * however fast others edit, the newest board is valued as soon as the last answer is in.
 * What did not change keeps its identity, so it does not move on screen. Make it while a component
 * starts: it follows the board as long as that component is there.
 */
export class LiveValuation {
	readonly #desk: Desk;
	readonly #sender = new FileSender();
	readonly #wanted: Wanted;
	/** What is to be asked as soon as the answer to the question before it is in. */
	#next: Wanted | undefined;
	#asked: Wanted | undefined;
	#answered = $state.raw<Answered>();
	#settled = $state.raw<Settled<Evaluation>>();
	#settling = $state.raw<Progress>();
	#failed = $state(false);

	/**
	 * What the scenarios are worth, doing nothing first; undefined until the first answer. Where a
	 * settled picture is known, what did not change since then is still as it was settled.
	 */
	readonly evaluation: Evaluation | undefined = $derived.by(() => {
		const now = this.#answered?.evaluation;
		return now && this.#settled ? carrySettled(now, this.#settled) : now;
	});

	constructor({ session, scenarioIds, detailsOf, withTornado = true, probabilityMode }: Watched) {
		this.#wanted = $derived({
			file: fileToValue(session),
			scenarioIds: [...scenarioIds()],
			detailsOf: detailsOf?.() ?? null,
			withTornado,
			probabilityMode: probabilityMode ?? session.probability.mode
		});
		this.#desk = openDesk((answer) => this.#hear(answer));
		// The valuer lives outside what Svelte follows: it has to be told of every change. A board that
		// has not arrived yet is not valued: its sums would stand on screen for a moment.
		$effect(() => {
			if (session.loaded) this.#want(this.#wanted);
		});
		$effect(() => () => this.#desk.close());
	}

	/** The file that is valued, so that names and numbers on screen belong together. */
	get file(): WorkshopFile {
		return this.#answered?.file ?? this.#wanted.file;
	}

	/** Per number of the scenario asked for, how far it moves the net; largest first. */
	get tornado(): readonly TornadoRow[] {
		return this.#answered?.tornado ?? noTornado;
	}

	/** How far the settled picture is; undefined while nobody waits for one. */
	get settling(): Progress | undefined {
		return this.#settling;
	}

	/** Everything on screen is drawn from as many samples as there ever are. */
	get isSettled(): boolean {
		return this.#settled !== undefined && this.#settled.quick === this.#answered?.evaluation;
	}

	/** The numbers on screen no longer follow the board; loading the page again is what helps. */
	get failed(): boolean {
		return this.#failed;
	}

	/** Works everything out in many more samples; an edit in between ends that. */
	settle(): void {
		if (this.#asked || !this.#answered || this.#settling) return;
		this.#settling = { done: 0, of: settledReplicates };
		this.#desk.ask({ ask: 'settle' });
	}

	/** Leaves the picture as it is. */
	stopSettling(): void {
		this.#settling = undefined;
		this.#desk.ask({ ask: 'stop' });
	}

	#want(wanted: Wanted): void {
		this.#next = wanted;
		this.#askNext();
	}

	#askNext(): void {
		if (this.#asked || !this.#next) return;
		const { file, ...asked } = (this.#asked = this.#next);
		this.#next = undefined;
		this.#settling = undefined;
		const change = this.#sender.changeTo(file);
		this.#desk.ask({ ask: 'value', change, ...asked });
	}

	#hear(answer: Answer): void {
		switch (answer.told) {
			case 'valued':
				return this.#valued(answer);
			case 'progress':
				if (this.#settling) this.#settling = answer.progress;
				return;
			case 'settled':
				return this.#becameSettled(answer.evaluation);
			case 'failed':
				console.error(answer.reason);
				this.#failed = true;
				this.#asked = this.#settling = undefined;
		}
	}

	#valued({ evaluation, tornado }: Answer & { told: 'valued' }): void {
		const asked = this.#asked;
		if (!asked) return;
		const before = this.#answered;
		this.#asked = undefined;
		this.#failed = false;
		if (!before || !isSamePicture(before, asked)) this.#settled = undefined;
		this.#answered = {
			...asked,
			evaluation: keepUnchanged(before?.evaluation ?? evaluation, evaluation),
			tornado: keepUnchanged(before?.tornado ?? tornado, tornado)
		};
		this.#askNext();
	}

	/** An answer that crossed with a new question is about a board that has changed since. */
	#becameSettled(settled: Evaluation): void {
		const quick = this.#answered?.evaluation;
		if (!this.#settling || !quick) return;
		this.#settling = undefined;
		this.#settled = { settled, quick };
	}
}

/** Two questions about the same scenarios in the same way: only then can settled figures be carried over. */
function isSamePicture(one: Wanted, other: Wanted): boolean {
	return (
		one.scenarioIds.join() === other.scenarioIds.join() &&
		one.detailsOf === other.detailsOf &&
		one.probabilityMode === other.probabilityMode
	);
}
