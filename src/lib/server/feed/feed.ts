import type { BoardContent } from '#lib/document/content.ts';
import { share } from '#lib/document/reading/share.ts';
import { isIn } from '../access/admission.ts';
import type { App } from '../app.ts';
import { TryLaterError } from '../rooms/hub.ts';
import type { MemberRow } from '../store/store.ts';
import { ChangeTexts, type Picture } from './event-text.ts';
import { readBoardNow, readSources } from './sources.ts';
import { Subscriber } from './subscriber.ts';
import {
	audienceOf,
	personalView,
	sharedView,
	type Audience,
	type SharedView,
	type Sources
} from './view.ts';

export type FeedParts = Pick<App, 'store' | 'hub' | 'log' | 'now' | 'newId'> & {
	/** Called when the last subscriber has gone. */
	readonly emptied: () => void;
};

/** Milliseconds in which changes are gathered: of the session, and of the board, which changes all the time. */
const sessionPause = 20;
const boardPause = 1000;
/** Milliseconds after which is tried again when the store did not answer. */
const failurePause = 1000;
/** Streams that one member may have open; opening more ends the oldest. */
const mostStreams = 8;

/** What happens in one session, read once for everybody who follows it without a shared document. */
export class Feed {
	readonly #workshopId: string;
	readonly #parts: FeedParts;
	readonly #id: string;
	readonly #texts = new Map<Audience, ChangeTexts>();
	readonly #shared = new Map<Audience, SharedView>();
	readonly #subscribers = new Set<Subscriber>();
	readonly #stops: readonly (() => void)[];
	#board: BoardContent | undefined;
	#sources: Sources | undefined;
	#version = 0;
	/** Who was connected when the session was read last, as one text. */
	#connected = '';
	#timer: ReturnType<typeof setTimeout> | undefined;
	#dueAt = Infinity;
	#reading: Promise<void> | undefined;
	#stopped = false;

	constructor(workshopId: string, parts: FeedParts) {
		this.#workshopId = workshopId;
		this.#parts = parts;
		this.#id = parts.newId();
		this.#stops = [
			parts.hub.watch(workshopId, 'session', () => this.#readWithin(sessionPause)),
			parts.hub.watch(workshopId, 'board', () => {
				this.#board = undefined;
				this.#readWithin(boardPause);
			})
		];
	}

	get size(): number {
		return this.#subscribers.size;
	}

	/**
	 * Opens an event stream for a member.
	 *
	 * @param lastEventId the picture that they had before their connection broke
	 * @throws {TryLaterError} when the session can't be read now
	 */
	async subscribe(
		member: MemberRow,
		lastEventId: string | null
	): Promise<ReadableStream<Uint8Array>> {
		const sources = this.#sources ?? (await this.#readFirst());
		if (this.#stopped) throw new TryLaterError();
		const audience = audienceOf(member);
		const subscriber = new Subscriber({
			...{ memberId: member.id, now: this.#parts.now, texts: this.#textsOf(audience) },
			ended: (one) => this.#leave(one)
		});
		const own = [...this.#subscribers].filter(({ memberId }) => memberId === member.id);
		if (own.length >= mostStreams) own[0]?.end();
		this.#subscribers.add(subscriber);
		if (!sources.connected.has(member.id)) this.#readWithin(sessionPause);
		const picture = this.#pictureFor(member, sources);
		if (picture.id === lastEventId) subscriber.resumeAt(picture);
		else subscriber.show(picture);
		return subscriber.stream;
	}

	/** Reads everything again now, and ends the streams of those who are out. */
	recheck(): void {
		this.#readWithin(0);
	}

	/** Ids of the members who have a socket or a stream open now. */
	connected(): Set<string> {
		const ids = this.#parts.hub.present(this.#workshopId);
		for (const { memberId } of this.#subscribers) ids.add(memberId);
		return ids;
	}

	/** Keeps the streams alive, and looks whether somebody came or went: who comes and goes in between is not told. */
	beat(): void {
		if (listed(this.connected()) !== this.#connected) this.#readWithin(0);
		for (const subscriber of this.#subscribers) subscriber.beat();
	}

	/** Ends all streams; browsers come back by themselves. */
	stop(): void {
		this.#stopped = true;
		clearTimeout(this.#timer);
		for (const stop of this.#stops) stop();
		for (const subscriber of this.#subscribers) subscriber.end();
	}

	async #readFirst(): Promise<Sources> {
		await this.#read();
		if (this.#sources) return this.#sources;
		throw new Error('Reading a session gave nothing.');
	}

	#leave(subscriber: Subscriber): void {
		this.#subscribers.delete(subscriber);
		if (this.#subscribers.size === 0) this.#parts.emptied();
	}

	#readWithin(milliseconds: number): void {
		const dueAt = this.#parts.now() + milliseconds;
		if (dueAt >= this.#dueAt) return;
		clearTimeout(this.#timer);
		this.#dueAt = dueAt;
		this.#timer = setTimeout(() => {
			this.#dueAt = Infinity;
			void this.#readAndShow();
		}, milliseconds);
	}

	async #readAndShow(): Promise<void> {
		try {
			await this.#read();
			this.#showAll();
		} catch (error) {
			const reason = error instanceof Error ? error.name : typeof error;
			this.#parts.log.warn({ workshop: this.#workshopId, reason }, 'A feed could not be read.');
			if (this.size > 0) this.#readWithin(failurePause);
		}
	}

	/** Reads when the reading before has ended, so that what is newer is never overwritten. */
	#read(): Promise<void> {
		const reading = (this.#reading ?? Promise.resolve()).catch(() => undefined);
		this.#reading = reading.then(async () => {
			this.#board ??= await readBoardNow(this.#parts, this.#workshopId);
			const connected = this.connected();
			const about = { workshopId: this.#workshopId, board: this.#board, connected };
			const sources = await readSources(this.#parts, about);
			this.#connected = listed(connected);
			this.#sources = sources;
			this.#version += 1;
			for (const audience of ['leading', 'watching', 'taking-part'] as const) {
				const next = sharedView(sources, audience);
				this.#shared.set(audience, share(this.#shared.get(audience), next));
			}
		});
		return this.#reading;
	}

	#showAll(): void {
		const sources = this.#sources;
		if (!sources) return;
		const members = new Map(sources.members.map((member) => [member.id, member]));
		for (const subscriber of this.#subscribers) {
			const member = members.get(subscriber.memberId);
			if (!member || !isIn(member)) subscriber.end();
			else subscriber.show(this.#pictureFor(member, sources));
		}
	}

	#pictureFor(member: MemberRow, sources: Sources): Picture {
		const audience = audienceOf(member);
		const shared = this.#shared.get(audience) ?? sharedView(sources, audience);
		return {
			...{ id: `${this.#id}-${this.#version}-${audience}`, shared },
			personal: personalView(sources, member)
		};
	}

	#textsOf(audience: Audience): ChangeTexts {
		const texts = this.#texts.get(audience) ?? new ChangeTexts();
		this.#texts.set(audience, texts);
		return texts;
	}
}

function listed(ids: ReadonlySet<string>): string {
	return [...ids].sort().join(' ');
}
