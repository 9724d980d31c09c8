import { createContext } from 'svelte';
import type { Question } from '#lib/domain/critic/question.ts';
import type { LiveCritic } from '#lib/live/critic.svelte.ts';
import { PerKey } from '#lib/live/per-key.svelte.ts';
import { inScenario } from './in-scenario.ts';
import { isWaiting, type Answers } from './standing.ts';

/** A record about which the critic can ask something. */
export type AskedRecord = { readonly kind: Question['target']['kind']; readonly id: string };

type Shown = {
	/** The scenario that is on the screen; undefined for everything. */
	readonly scenarioId: () => string | undefined;
	readonly answers: () => Answers;
	/** Where the questions of this workshop are answered. */
	readonly criticHref: string;
};

type ByRecord = ReadonlyMap<string, readonly Question[]>;

const nothing: readonly Question[] = [];

/** What the critic still asks about each card of the arena, in the scenario that is shown. */
export class CardQuestions {
	readonly critic: LiveCritic;
	readonly criticHref: string;
	readonly #shown: Shown;
	#before: ByRecord = new Map();
	readonly #byRecord = $derived.by(() => (this.#before = this.#waitingByRecord()));
	readonly #ofCard: PerKey<readonly Question[]>;
	/** The card of which the questions are open beside the board. */
	opened = $state.raw<AskedRecord>();
	#asking = $state.raw<AskedRecord>();

	constructor(critic: LiveCritic, shown: Shown) {
		this.critic = critic;
		this.criticHref = shown.criticHref;
		this.#shown = shown;
		this.#ofCard = new PerKey(() => this.#byRecord);
	}

	/** The card about which somebody is asking a question of their own. */
	get asking(): AskedRecord | undefined {
		return this.#asking;
	}

	/** Begins a question about a card; undefined ends it. */
	ask(record: AskedRecord | undefined): void {
		this.#asking = record;
	}

	/** What is asked about a record; the same list as before when nothing in it changed. */
	of(kind: AskedRecord['kind'], id: string): readonly Question[] {
		return this.#ofCard.of(`${kind}:${id}`) ?? nothing;
	}

	/**
	 * What is asked about fields of a record, and about items in them: `inputs` also finds `inputs.homes`,
	 * unless it is only about the field itself.
	 */
	ofFields(
		{ kind, id }: AskedRecord,
		fields: readonly string[],
		itself = false
	): readonly Question[] {
		return this.of(kind, id).filter(({ target: { field } }) =>
			itself ? field !== null && fields.includes(field) : isIn(field, fields)
		);
	}

	/** What is asked about a record as a whole, or about fields that are not among these. */
	ofRest({ kind, id }: AskedRecord, fields: readonly string[]): readonly Question[] {
		return this.of(kind, id).filter(({ target }) => !isIn(target.field, fields));
	}

	#waitingByRecord(): ByRecord {
		const scenarioId = this.#shown.scenarioId();
		const questions = inScenario(this.critic, scenarioId);
		const answers = this.#shown.answers();
		const byRecord = new Map<string, Question[]>();
		for (const question of questions) {
			if (!isWaiting(question, answers)) continue;
			const place = `${question.target.kind}:${question.target.id}`;
			const before = byRecord.get(place);
			if (before) before.push(question);
			else byRecord.set(place, [question]);
		}
		return new Map(
			[...byRecord].map(([place, now]) => [place, kept(now, this.#before.get(place))])
		);
	}
}

function isIn(field: string | null, fields: readonly string[]): boolean {
	return field !== null && fields.some((one) => field === one || field.startsWith(`${one}.`));
}

/** Gives the list of before when it asks the same about the same values, so that its card is not redrawn. */
function kept(now: readonly Question[], before: readonly Question[] = []): readonly Question[] {
	const same =
		now.length === before.length &&
		now.every(
			({ key, findings }, place) =>
				before[place]?.key === key &&
				before[place].findings.length === findings.length &&
				findings.every((finding, at) => finding === before[place]?.findings[at])
		);
	return same ? before : now;
}

/** What the critic asks about the cards that are on the screen. */
export const [useCardQuestions, provideCardQuestions] = createContext<CardQuestions>();
