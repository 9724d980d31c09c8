import { queueOf, type Matter, type Question } from '#lib/domain/critic/question.ts';
import type { LiveCritic } from '#lib/live/critic.svelte.ts';
import { inScenario } from './in-scenario.ts';
import { standingOf, type Answers, type Standing } from './standing.ts';

type Shown = {
	/** The scenario that is looked at; undefined for all. */
	readonly scenarioId: () => string | undefined;
	readonly answers: () => Answers;
	/** The question that the address names; undefined when it names none. */
	readonly asked: () => string | undefined;
};

/** How many records the queue shows at first, and adds each time. */
const step = 5;

/** The queue of the built-in critic: which questions wait, five cards at a time, and the one looked at. */
export class CriticQueue {
	readonly #shown: Shown;
	readonly questions: readonly Question[];
	/** Records about which something waits, heaviest first. */
	readonly matters: readonly Matter[];
	/** What somebody did something with already. */
	readonly handled: readonly Question[];
	#count = $state(step);

	constructor(critic: LiveCritic, shown: Shown) {
		this.#shown = shown;
		this.questions = $derived.by(() => inScenario(critic, shown.scenarioId()));
		this.matters = $derived.by(() =>
			queueOf(this.questions.filter((question) => this.standingOf(question) === 'open'))
		);
		this.handled = $derived.by(() =>
			this.questions.filter((question) => this.standingOf(question) !== 'open')
		);
	}

	/** The records that the queue shows, and the one that is looked at with them. */
	get visible(): readonly Matter[] {
		const first = this.matters.slice(0, this.#count);
		const current = this.matters.find((matter) => matter === this.matter);
		return !current || first.includes(current) ? first : [...first, current];
	}

	/** How many records wait beyond those that are shown. */
	get hidden(): number {
		return this.matters.length - this.visible.length;
	}

	/** How many questions wait. */
	get waiting(): number {
		return this.matters.reduce((sum, { questions }) => sum + questions.length, 0);
	}

	/** The question that is looked at: the one in the address, else the heaviest. */
	get current(): Question | undefined {
		const asked = this.#shown.asked();
		if (asked === undefined) return this.matters[0]?.questions[0];
		return this.questions.find(({ key }) => key === asked);
	}

	/** The address names a question whose cause is gone, or that is about another scenario. */
	get isGone(): boolean {
		return this.#shown.asked() !== undefined && this.current === undefined;
	}

	/** The record that the question is about, as long as something waits there. */
	get matter(): Matter | undefined {
		const { current } = this;
		return this.matters.find(
			({ kind, id }) => kind === current?.target.kind && id === current.target.id
		);
	}

	/** The first question after the one that is looked at. */
	get next(): Question | undefined {
		const waiting = this.matters.flatMap(({ questions }) => questions);
		const place = waiting.findIndex(({ key }) => key === this.current?.key);
		return waiting[place + 1] ?? waiting.find(({ key }) => key !== this.current?.key);
	}

	standingOf(question: Question): Standing {
		return standingOf(question, this.#shown.answers());
	}

	showMore(): void {
		this.#count += step;
	}

	/** How many records are shown next. */
	get step(): number {
		return Math.min(step, this.hidden);
	}
}
