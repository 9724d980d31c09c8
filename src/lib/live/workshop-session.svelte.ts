import * as Y from 'yjs';
import { withAgreed } from '#lib/document/agreed.ts';
import type { Board } from '#lib/document/board.ts';
import type { BoardChange, BoardContent } from '#lib/document/content.ts';
import { isRefusal, type Refusal } from '#lib/document/refusal.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import type { Role } from '#lib/domain/role.ts';
import { Announcements, type Happening } from './announcements.ts';
import { boardText } from './board-text.ts';
import { Connection } from './connection.svelte.ts';
import { forgetCopy, type CopyKey } from './device-copy.ts';
import { ownBoard } from './own-board.ts';
import { Presence } from './presence.svelte.ts';
import { ProbabilityChoice } from './probability-choice.svelte.ts';
import { SharedSession } from './shared-session.svelte.ts';
import { ShownScenario } from './shown-scenario.svelte.ts';
import { StrandedCopies } from './stranded-copies.svelte.ts';

/** Who this browser is in the workshop. */
export type Me = { readonly id: string; readonly role: Role; readonly name: string | null };

type SessionPlace = {
	readonly workshopId: string;
	readonly me: Me;
	/** What the workshop is called, as long as its board is not here yet. */
	readonly title?: string;
	/** Goes up when the stored board was put back to an earlier one; older copies are not mixed in. */
	readonly epoch: number;
	/** Where the server listens for sockets. */
	readonly origin: string;
	/** Hears in batches what others add and remove. */
	readonly tell: (happenings: readonly Happening[]) => void;
};

/** The kinds of record that are announced when somebody adds or removes one. */
const cardKinds: readonly string[] = ['party', 'measure', 'effect'];

const nothing: ReadonlySet<string> = new Set();

const editors: readonly Role[] = ['facilitator', 'participant'];

/** One workshop in one browser tab: its contents, who is here, what is saved, and the verbs to change it. */
export class WorkshopSession {
	readonly workshopId: string;
	readonly me: Me;
	readonly connection: Connection;
	readonly presence: Presence;
	/** What was typed on this device and can't be sent any more. */
	readonly stranded: StrandedCopies;
	/** The scenario that this person looks at. */
	readonly shown: ShownScenario;
	/** How this person wants chances to count. */
	readonly probability: ProbabilityChoice;
	readonly #board: Board;
	readonly #session: SharedSession;
	readonly #announcements: Announcements;
	readonly #stops: (() => void)[];
	readonly #givenTitle: string;
	#content = $state.raw() as BoardContent;
	/** Everything on the board, adopted scenarios as agreed on; an unchanged record is the same object as before. */
	readonly content: BoardContent = $derived.by(() =>
		withAgreed(this.#content, this.shared.adopted)
	);
	#canUndo = $state(false);
	#canRedo = $state(false);
	#refusal = $state.raw<Refusal>();
	/** Records that were changed here since everything was last saved. */
	#changedHere = $state.raw<ReadonlySet<string>>(nothing);
	/** The same set of nothing as long as there is a connection, so that typing redraws no other card. */
	readonly #onlyHere = $derived.by(() =>
		this.connection.state === 'offline-with-edits' ? this.#changedHere : nothing
	);
	#frame: number | undefined;

	constructor({ workshopId, me, title = '', epoch, origin, tell }: SessionPlace) {
		this.#givenTitle = title;
		this.workshopId = workshopId;
		this.me = me;
		this.shown = new ShownScenario(workshopId);
		this.probability = new ProbabilityChoice(workshopId);
		const doc = new Y.Doc();
		this.#board = ownBoard(doc, () => this.#session.adopted);
		this.#content = this.#board.content;
		const copy: CopyKey = { workshopId, room: 'board', memberId: me.id, epoch };
		const place = { ...copy, origin, random: Math.random };
		this.connection = new Connection(place, doc);
		this.#session = new SharedSession(place);
		this.stranded = new StrandedCopies(copy);
		// The server shows nobody that only reads, so there is nothing to tell it. Others hear of this
		// person only once a state was set: the first clock tick of somebody new counts as nothing.
		const here = editors.includes(me.role) ? { cursor: null, editing: null } : null;
		this.connection.awareness.setLocalState(here);
		this.presence = new Presence(this.connection.awareness);
		this.#announcements = new Announcements(tell);
		this.#stops = [
			this.#board.subscribe((change) => this.#changed(change)),
			this.#followOrder(doc),
			this.#board.history.subscribe(() => this.#historyMoved())
		];
	}

	/** What the workshop is called, also before the board is here. */
	get title(): string {
		return this.connection.loaded ? this.#content.workshop.title : this.#givenTitle;
	}

	/** What the server decided and everybody may see; a part that did not change is the same object as before. */
	get shared(): SessionContent {
		return this.#session.content;
	}

	/** The session was read, so that what is not in it is not there. */
	get sharedLoaded(): boolean {
		return this.#session.loaded;
	}

	/** Board and session were read. */
	get loaded(): boolean {
		return this.connection.loaded && this.sharedLoaded;
	}

	/** This person may change the board now. */
	get canEdit(): boolean {
		return editors.includes(this.me.role) && this.connection.refusal === undefined;
	}

	get canUndo(): boolean {
		return this.#canUndo;
	}

	get canRedo(): boolean {
		return this.#canRedo;
	}

	/** Why the last change was not made; undefined when it was. */
	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	/** Records with changes that are only on this device, by kind and id: `measure:m1`. */
	get onlyHere(): ReadonlySet<string> {
		return this.#onlyHere;
	}

	/** Changes the board by one of its verbs and gives what that made; a refusal is kept in `refusal`. */
	change<Answer>(verb: (board: Board) => Answer): Exclude<Answer, Refusal> | undefined {
		if (!this.canEdit) return undefined;
		const answer = verb(this.#board);
		this.#refusal = isRefusal(answer) ? answer : undefined;
		return isRefusal(answer) ? undefined : (answer as Exclude<Answer, Refusal>);
	}

	/** Makes several changes that are undone in one step. */
	together(changes: () => void): void {
		this.#board.history.together(changes);
	}

	/** Takes a refusal off the screen. */
	forgetRefusal(): void {
		this.#refusal = undefined;
	}

	/** Takes back one's last step; where that would change what was agreed on, that is the refusal. */
	undo(): void {
		if (this.canEdit) this.#refusal = this.#board.history.undo();
	}

	redo(): void {
		if (this.canEdit) this.#refusal = this.#board.history.redo();
	}

	/** Makes the next change a step of its own for undo, for instance when a field is left. */
	endStep(): void {
		this.#board.history.endStep();
	}

	/** Gives the board as it is here, as the text of a workshop file. */
	exportBoard(): Promise<string> {
		return boardText(this.content);
	}

	/** Throws away what is kept on this device, for when the server refuses it for good. */
	async forgetDeviceCopy(): Promise<void> {
		await this.close();
		await forgetCopy(this.connection.copy.name);
	}

	async close(): Promise<void> {
		if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
		for (const stop of this.#stops) stop();
		this.#announcements.close();
		this.presence.close();
		await Promise.all([this.connection.close(), this.#session.close()]);
		this.#board.destroy();
	}

	/**
	 * A card that is only moved changes no record, so the board has nothing to tell; its lists do change.
	 * A board that arrives is shown at once: nobody may take an empty one for what was loaded.
	 */
	#followOrder(doc: Y.Doc): () => void {
		const look = ({ local }: Y.Transaction) => {
			if (this.#board.content === this.#content) return;
			if (local || !this.connection.loaded) this.#show();
			else this.#showSoon();
		};
		doc.on('afterTransaction', look);
		return () => doc.off('afterTransaction', look);
	}

	#changed({ records, local }: BoardChange): void {
		if (local) {
			const before = this.connection.unsaved ? this.#changedHere : [];
			this.#changedHere = new Set([...before, ...records.map(({ kind, id }) => `${kind}:${id}`)]);
			return;
		}
		if (this.connection.state !== 'saved' && this.connection.state !== 'saving') return;
		for (const { kind, how } of records) {
			if (how !== 'changed' && cardKinds.includes(kind)) this.#announcements.note(how);
		}
	}

	#show(): void {
		this.#content = this.#board.content;
	}

	/** What others do is drawn once per frame, however many of them are typing. */
	#showSoon(): void {
		if (document.visibilityState === 'hidden') return this.#show();
		this.#frame ??= requestAnimationFrame(() => {
			this.#frame = undefined;
			this.#show();
		});
	}

	#historyMoved(): void {
		this.#canUndo = this.#board.history.canUndo;
		this.#canRedo = this.#board.history.canRedo;
	}
}
