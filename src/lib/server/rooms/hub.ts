import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Doc } from 'yjs';
import type { Log } from '../log.ts';
import type { RoomName } from '../access/access-table.ts';
import type { Member } from '../access/member.ts';
import type { Store } from '../store/store.ts';
import { Engine } from './engine.ts';
import type { Figures } from './figures.ts';
import type { CloseCode } from './gate/refusal.ts';
import { defaultLimits, type Limits } from './limits.ts';
import type { Ownership } from './ownership.ts';
import type { Admit } from './visit.ts';
import { Visitors } from './visitors.ts';

export type { Figures } from './figures.ts';
export type { Admit } from './visit.ts';
export { TryLaterError } from './try-later.ts';

/** What a hub works with. */
export type HubParts = {
	readonly store: Pick<Store, 'loadRoom' | 'append' | 'compact' | 'saveVersion' | 'probe'>;
	readonly admit: Admit;
	readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly newId: () => string;
	/** Who may write which workshop, where several servers share the store. */
	readonly ownership?: Ownership | undefined;
	/** Other bounds than the usual ones. */
	readonly limits?: Partial<Limits>;
};

/** Everything about shared documents that the rest of the server needs to know. */
export type Hub = {
	/** Takes over the socket of an upgrade request; never throws. */
	readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
	/**
	 * Changes a document as the server, in one transaction that must not wait for anything;
	 * resolves when it is durable and shown.
	 *
	 * @param memberId who asked for it, null for nobody
	 * @throws {TryLaterError} when it could not be made durable, else what the work throws
	 */
	readonly change: (
		workshopId: string,
		room: RoomName,
		memberId: string | null,
		work: (document: Doc) => void
	) => Promise<void>;
	/** Looks into a document, which holds only what is durable; `look` must not change it. */
	readonly read: <Result>(
		workshopId: string,
		room: RoomName,
		look: (document: Doc) => Result
	) => Promise<Result>;
	/**
	 * Calls a listener after every durable change of a document; it must be quick and never throw.
	 * Gives the way to stop.
	 */
	readonly watch: (workshopId: string, room: RoomName, listener: () => void) => () => void;
	/** Ids of the members of a workshop who have a socket open now. */
	readonly present: (workshopId: string) => Set<string>;
	/** Closes the sockets of members, also of those who are just coming in. */
	readonly closeMembers: (
		workshopId: string,
		which: (member: Member) => boolean,
		code: CloseCode
	) => void;
	/**
	 * Lets go of the documents of a workshop without writing them, because it was deleted or is another
	 * server's; who is in them has to come back.
	 */
	readonly forget: (workshopId: string) => void;
	/**
	 * Makes sure that what is watched is told here.
	 *
	 * @throws {TryLaterError} when the workshop belongs to another server
	 */
	readonly own: (workshopId: string) => Promise<void>;
	/** True while anything of a workshop is in memory. */
	readonly inMemory: (workshopId: string) => boolean;
	/** Hears no more of a workshop, and makes durable and writes away what there is; it stays open. */
	readonly writeAway: (workshopId: string) => Promise<void>;
	/** Makes durable what came in, tells everybody to come back later, and writes rooms away. */
	readonly stop: () => Promise<void>;
	readonly figures: () => Figures;
};

/** Makes the room hub: every socket, every loaded document, and the one way that edits go. */
export function createHub(parts: HubParts): Hub {
	const limits: Limits = { ...defaultLimits, ...parts.limits };
	const engine = new Engine({ ...parts, limits });
	const visitors = new Visitors({ ...parts, limits, engine });
	return {
		upgrade: (request, socket, head) => visitors.upgrade(request, socket, head),
		change: (workshopId, room, memberId, work) =>
			engine.use(`${workshopId}/${room}`, (open) => open.change(memberId, work)),
		read: (workshopId, room, look) =>
			engine.read(`${workshopId}/${room}`, (document) => document.read(look)),
		watch: (workshopId, room, listener) => engine.watch(`${workshopId}/${room}`, listener),
		present: (workshopId) => visitors.present(workshopId),
		closeMembers: (workshopId, which, code) => visitors.closeMembers(workshopId, which, code),
		forget: (workshopId) => engine.forget((key) => key.startsWith(`${workshopId}/`)),
		own: async (workshopId) => void (await parts.ownership?.claim(workshopId)),
		inMemory: (workshopId) => engine.has(workshopId),
		writeAway: async (workshopId) => {
			visitors.hearNoMore(workshopId);
			await engine.writeAway(workshopId);
		},
		stop: async () => {
			await visitors.stop(() => engine.drain());
			await engine.stop();
		},
		figures: () => engine.figures(visitors.size)
	};
}
