import { fileFromBoard } from '#lib/document/codec.ts';
import type { BoardContent } from '#lib/document/content.ts';
import { share } from '#lib/document/reading/share.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import type { Critic, withRecord } from '#lib/domain/critic/criticise.ts';
import type { Calibration } from '#lib/domain/forecast/calibration.ts';
import type { Finding } from '#lib/domain/critic/finding.ts';
import { questionsOf, type Question } from '#lib/domain/critic/question.ts';
import type { Rule } from '#lib/domain/critic/rule.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { fetchOwnRecord } from './own-record.ts';
import type { WorkshopSession } from './workshop-session.svelte.ts';

/** What is judged: the board and the session as they are now. */
type Watched = Pick<WorkshopSession, 'content' | 'shared' | 'loaded' | 'workshopId'>;

type Shown = {
	readonly content: BoardContent;
	readonly shared: SessionContent;
	/** All of it had arrived. */
	readonly loaded: boolean;
};

/** The critic and its rules, which are fetched apart from the page. */
type Bench = {
	readonly critic: Critic;
	readonly withRecord: typeof withRecord;
	readonly rules: readonly Rule[];
	readonly byId: ReadonlyMap<string, Rule>;
};

const noRules: readonly Rule[] = [];
const noFindings: readonly Finding[] = [];

/** Milliseconds between two judgements while edits go on. */
const rest = 250;
/** Judgements that come at once after a pause, as when a workshop arrives in parts. */
const burst = 4;

/**
 * The built-in critic in the browser: what it finds on the board with the challenges of the session,
 * judged again when somebody changed something, at most a few times a second and only where it can matter.
 *
 * The rules are fetched when what they are held against is there, so that nobody waits for them. Make
 * it while a component starts: it follows the board as long as that component is there.
 */
export class LiveCritic {
	readonly #watched: Watched;
	#bench = $state.raw<Bench>();
	#record = $state.raw<Calibration>();
	#unreachable = $state(false);
	#shown = $state.raw() as Shown;
	#fileBefore: WorkshopFile | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#frame: number | undefined;
	/** How many judgements may come at once now, and when that was counted. */
	#credit = burst;
	#countedAt = 0;

	/** The file that is judged, so that names and values on screen belong to what is said of them. */
	readonly file: WorkshopFile = $derived.by(() => this.#fileOf(this.#shown));
	/** Heaviest first; none as long as the rules, the board or the session are not there. */
	readonly findings: readonly Finding[] = $derived.by(() => {
		if (!this.#bench || !this.#shown.loaded) return noFindings;
		const { critic, withRecord: join } = this.#bench;
		return join(critic.judge(this.file).findings, this.file, this.#record);
	});
	readonly questions: readonly Question[] = $derived.by(() => questionsOf(this.findings));

	constructor(watched: Watched) {
		this.#watched = watched;
		this.#shown = this.#look();
		// The board is no signal that could be derived from at most a few times a second.
		$effect(() => {
			const { content, shared, loaded } = this.#look();
			const before = this.#shown;
			const isOther = content !== before.content || shared !== before.shared;
			if (isOther || loaded !== before.loaded) this.#showSoon();
		});
		$effect(() => {
			if (watched.loaded) void this.fetchRules();
		});
		$effect(() => {
			void fetchOwnRecord(watched.workshopId).then((record) => (this.#record = record));
			return () => {
				clearTimeout(this.#timer);
				if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
			};
		});
	}

	/** The rules were held against a board that is there: no finding means that there is nothing to ask. */
	get ready(): boolean {
		return this.#bench !== undefined && this.#shown.loaded;
	}

	/** What came of the organisation's earlier estimates; undefined as long as that is not known. */
	get record(): Calibration | undefined {
		return this.#record;
	}

	/** The rules could not be fetched; what was on the board stays usable. */
	get unreachable(): boolean {
		return this.#unreachable;
	}

	/** All rules, also those that only a person can ask; none as long as they are not there. */
	get rules(): readonly Rule[] {
		return this.#bench?.rules ?? noRules;
	}

	/** The texts and thresholds of a rule; undefined for one that this program does not know. */
	ruleOf(id: string): Rule | undefined {
		return this.#bench?.byId.get(id);
	}

	/** Fetches the rules, or tries again. */
	async fetchRules(): Promise<void> {
		this.#unreachable = false;
		try {
			const [{ Critic, withRecord }, { recordRule }, { rules }] = await Promise.all([
				import('#lib/domain/critic/criticise.ts'),
				import('#lib/domain/critic/record-rule.ts'),
				import('#lib/domain/critic/rules/index.ts')
			]);
			const byId = new Map([...rules, recordRule].map((rule) => [rule.id, rule]));
			this.#bench = { critic: new Critic(), withRecord, rules, byId };
		} catch {
			this.#unreachable = true;
		}
	}

	#look(): Shown {
		const { content, shared, loaded } = this.#watched;
		return { content, shared, loaded };
	}

	/** The critic remembers what it said of a record by its identity, so what is equal stays the same. */
	#fileOf({ content, shared }: Shown): WorkshopFile {
		const before = this.#fileBefore;
		const { file } = fileFromBoard(content, shared);
		this.#fileBefore = {
			...file,
			scenarios: share(before?.scenarios, file.scenarios),
			rounds: share(before?.rounds, file.rounds),
			challenges: share(before?.challenges, file.challenges)
		};
		return this.#fileBefore;
	}

	/** Thirty people typing would have it judge in every frame, and nobody reads that fast. */
	#showSoon(): void {
		const now = performance.now();
		this.#credit = Math.min(burst, this.#credit + (now - this.#countedAt) / rest);
		this.#countedAt = now;
		if (this.#credit >= 1) this.#showInFrame();
		else this.#timer ??= setTimeout(() => this.#showInFrame(), (1 - this.#credit) * rest);
	}

	#showInFrame(): void {
		this.#timer = undefined;
		this.#frame ??= requestAnimationFrame(() => {
			this.#frame = undefined;
			this.#credit -= 1;
			this.#shown = this.#look();
		});
	}
}
