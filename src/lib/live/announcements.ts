/** Sorts of change that are announced; what is only changed is not, that would never end. */
export type Happening = { readonly what: 'added' | 'removed'; readonly count: number };

/** Milliseconds in which changes are gathered into one sentence. */
const gatherFor = 2_500;

/** Gathers what others add and remove, so that a screen reader hears "4 nieuwe kaarten" once. */
export class Announcements {
	readonly #tell: (happenings: readonly Happening[]) => void;
	readonly #counts = new Map<Happening['what'], number>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(tell: (happenings: readonly Happening[]) => void) {
		this.#tell = tell;
	}

	/** Notes that something happened once more. */
	note(what: Happening['what']): void {
		this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
		this.#timer ??= setTimeout(() => this.#say(), gatherFor);
	}

	close(): void {
		clearTimeout(this.#timer);
	}

	#say(): void {
		this.#timer = undefined;
		const happenings = [...this.#counts].map(([what, count]) => ({ what, count }));
		this.#counts.clear();
		this.#tell(happenings);
	}
}
