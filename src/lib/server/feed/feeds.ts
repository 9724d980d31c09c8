import type { Member } from '../access/member.ts';
import type { App } from '../app.ts';
import { TryLaterError, type Hub } from '../rooms/hub.ts';
import type { MemberRow } from '../store/store.ts';
import { Feed, type FeedParts } from './feed.ts';

/** How often, in milliseconds, a stream says that it is there. */
const beatEvery = 2000;

/** The feeds of all sessions that somebody follows. */
export class Feeds {
	readonly #parts: Omit<FeedParts, 'emptied'>;
	readonly #feeds = new Map<string, Feed>();
	readonly #beating: ReturnType<typeof setInterval>;
	#stopped = false;

	constructor(parts: Omit<FeedParts, 'emptied'>) {
		this.#parts = parts;
		this.#beating = setInterval(() => {
			for (const feed of this.#feeds.values()) feed.beat();
		}, beatEvery);
		this.#beating.unref();
	}

	/**
	 * Opens an event stream for a member; see `Feed`.
	 *
	 * @throws {TryLaterError} while the server stops, the session can't be read or is another server's
	 */
	async subscribe(
		member: MemberRow,
		lastEventId: string | null
	): Promise<ReadableStream<Uint8Array>> {
		if (this.#stopped) throw new TryLaterError();
		const { workshopId } = member;
		await this.#parts.hub.own(workshopId);
		const feed = this.#feeds.get(workshopId) ?? this.#open(workshopId);
		try {
			return await feed.subscribe(member, lastEventId);
		} finally {
			if (feed.size === 0) this.#close(workshopId, feed);
		}
	}

	/** Ids of the members of a workshop who have a socket or a stream open now. */
	connected(workshopId: string): Set<string> {
		return this.#feeds.get(workshopId)?.connected() ?? this.#parts.hub.present(workshopId);
	}

	/** True while anybody follows the session. */
	isFollowed(workshopId: string): boolean {
		return this.#feeds.has(workshopId);
	}

	/** Ends the streams of a session; browsers come back by themselves. */
	end(workshopId: string): void {
		const feed = this.#feeds.get(workshopId);
		if (feed) this.#close(workshopId, feed);
	}

	/** Looks again who may follow a session, and as what. */
	recheck(workshopId: string): void {
		this.#feeds.get(workshopId)?.recheck();
	}

	/** Ends all streams, and lets no more in. */
	stop(): void {
		this.#stopped = true;
		clearInterval(this.#beating);
		for (const feed of this.#feeds.values()) feed.stop();
	}

	#open(workshopId: string): Feed {
		const feed: Feed = new Feed(workshopId, {
			...this.#parts,
			emptied: () => this.#close(workshopId, feed)
		});
		this.#feeds.set(workshopId, feed);
		return feed;
	}

	#close(workshopId: string, feed: Feed): void {
		if (this.#feeds.get(workshopId) === feed) this.#feeds.delete(workshopId);
		feed.stop();
	}
}

/**
 * Lets members feel at once that they are out or are somebody else: closes their sockets with a code
 * that says whether to come back, and looks again at their event streams.
 */
export function checkMembersAgain(
	{ hub, feeds }: Pick<App, 'hub' | 'feeds'>,
	workshopId: string,
	which: (member: Member) => boolean,
	code: Parameters<Hub['closeMembers']>[2]
): void {
	hub.closeMembers(workshopId, which, code);
	feeds.recheck(workshopId);
}
