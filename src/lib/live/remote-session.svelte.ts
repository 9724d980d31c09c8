import { withChange, type ViewChange } from '#lib/document/session/view-change.ts';
import type { SessionView } from '#lib/document/session/view.ts';
import { CommandQueue, type QueuedCommand, type Sent } from './command-queue.svelte.ts';
import { EventStream } from './event-stream.ts';
import { newId } from './new-id.ts';
import { readKept, writeKept } from './kept.ts';
import { ServerClock } from './server-clock.svelte.ts';

type SessionPlace = { readonly workshopId: string; readonly memberId: string };

/** What the server tells: the time, with everything or with what changed. */
type FeedEvent = {
	readonly now: number;
	readonly view?: SessionView;
	readonly changes?: readonly ViewChange[];
};

/** The numbers of one estimate, as this device remembers them to say who was lowest and highest. */
export type RememberedEstimate = {
	readonly low: number;
	readonly likely: number;
	readonly high: number;
};

/** Milliseconds that the screen says that something was sent. */
const saidFor = 4_000;

/**
 * One workshop without the shared document, as on a phone: it hears what may be seen by server-sent
 * events, and asks for changes by commands that wait on this device until the server has done them.
 */
export class RemoteSession {
	readonly workshopId: string;
	readonly clock = new ServerClock();
	readonly queue: CommandQueue;
	readonly #path: string;
	readonly #name: string;
	#view = $state.raw<SessionView>();
	#offline = $state(false);
	#out = $state(false);
	#sent = $state(false);
	/** Rounds and votes in which was answered here; the server may not have told it yet. */
	#answeredHere = $state.raw<ReadonlySet<string>>(new Set());
	readonly #answered = $derived(new Set([...this.#answeredHere, ...(this.#view?.answered ?? [])]));

	constructor({ workshopId, memberId }: SessionPlace) {
		this.workshopId = workshopId;
		this.#path = `/api/workshops/${workshopId}`;
		this.#name = `tegenwicht.phone.${workshopId}.${memberId}`;
		this.#view = readKept<SessionView>(`${this.#name}.view`);
		this.queue = new CommandQueue({
			name: `${this.#name}.queue`,
			storage: localStorage,
			send: (command) => this.#post(command),
			newId,
			random: Math.random
		});
		this.#answeredHere = new Set(this.queue.waiting.flatMap(({ fields }) => answeredBy(fields)));
	}

	/** What this person may see; what was seen last as long as there is no connection. */
	get view(): SessionView | undefined {
		return this.#view;
	}

	/** There is no connection; what is asked waits on this device. */
	get offline(): boolean {
		return this.#offline;
	}

	/** This person is not in the workshop any more. */
	get out(): boolean {
		return this.#out;
	}

	/** The server has just done what was asked. */
	get sent(): boolean {
		return this.#sent;
	}

	/** Ids of the rounds and votes in which this person has answered. */
	get answered(): ReadonlySet<string> {
		return this.#answered;
	}

	/** Asks the server to do something, now or as soon as there is a connection. */
	give(type: string, fields: Readonly<Record<string, unknown>>): void {
		this.#answeredHere = new Set([...this.#answeredHere, ...answeredBy(fields)]);
		this.queue.give(type, fields);
	}

	/** Leaves a question unanswered, so that this device asks it no more. */
	pass(id: string): void {
		this.#answeredHere = new Set([...this.#answeredHere, id]);
	}

	/** Keeps one's own numbers on this device only, to show after the reveal where they lie. */
	remember(roundId: string, { low, likely, high }: RememberedEstimate): void {
		writeKept(`${this.#name}.own.${roundId}`, { low, likely, high });
	}

	remembered(roundId: string): RememberedEstimate | undefined {
		return readKept<RememberedEstimate>(`${this.#name}.own.${roundId}`);
	}

	/** Follows the session; gives the way to stop. */
	listen(): () => void {
		const stream = new EventStream(`${this.#path}/session/events`, {
			opened: () => this.clock.restart(),
			heard: (text) => this.#hear(text),
			changed: (connected) => this.#connected(connected),
			refused: () => (this.#out = true)
		});
		return () => {
			stream.close();
			this.queue.close();
		};
	}

	#hear(text: string): void {
		const { now, ...told } = JSON.parse(text) as FeedEvent;
		this.clock.hear(now);
		const view =
			told.changes && this.#view ? told.changes.reduce(withChange, this.#view) : told.view;
		if (!view) return;
		this.#view = view;
		writeKept(`${this.#name}.view`, view);
		this.#forgetReopened(view);
	}

	/** A round that was reset asks again, so what was answered here before no longer counts. */
	#forgetReopened({ rounds, practices }: SessionView): void {
		const empty = [...rounds, ...practices].filter(
			(one) => one.status === 'open' && one.ready === 0
		);
		const waiting = new Set(this.queue.waiting.flatMap(({ fields }) => answeredBy(fields)));
		const gone = empty.map(({ id }) => id).filter((id) => !waiting.has(id));
		if (!gone.some((id) => this.#answeredHere.has(id))) return;
		this.#answeredHere = new Set([...this.#answeredHere].filter((id) => !gone.includes(id)));
	}

	#connected(connected: boolean): void {
		this.#offline = !connected;
		if (connected) this.queue.hurry();
	}

	async #post({ id, type, fields }: QueuedCommand): Promise<Sent> {
		const response = await fetch(`${this.#path}/commands`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ id, type, ...fields })
		}).catch(() => undefined);
		if (!response || response.status >= 500) return { end: 'later' };
		const answer = (await response.json().catch(() => ({}))) as { error?: { code?: string } };
		if (response.ok) return this.#done();
		if (response.status === 429) {
			return { end: 'later', afterSeconds: Number(response.headers.get('retry-after') ?? 5) };
		}
		for (const answered of answeredBy(fields)) this.#takeBack(answered);
		return { end: 'refused', code: answer.error?.code ?? 'unexpected' };
	}

	#done(): Sent {
		this.#sent = true;
		setTimeout(() => (this.#sent = false), saidFor);
		return { end: 'done' };
	}

	#takeBack(answered: string): void {
		this.#answeredHere = new Set([...this.#answeredHere].filter((id) => id !== answered));
	}
}

/** The round, vote or question that a command answers. */
function answeredBy({ roundId, voteId, doubtId }: Readonly<Record<string, unknown>>): string[] {
	return [roundId, voteId, doubtId].filter((id) => typeof id === 'string');
}
