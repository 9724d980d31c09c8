import { createContext } from 'svelte';
import type { MeasureDraft } from '#lib/document/draft.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import type { Party } from '#lib/domain/party.ts';
import { PerKey } from '#lib/live/per-key.svelte.ts';
import { everythingId } from '#lib/live/shown-scenario.svelte.ts';
import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import { keepUnchanged, viewBoard, type BoardView } from './board-view.ts';
import { CardDrag } from './card-drag.ts';
import { cardAt, type CardKind, type CardRecord } from './card-record.ts';
import type { ColumnName } from './columns.ts';
import { connectedTo, keepLinks, linksOf, type CardPlace, type Link } from './links.ts';
import { placementFor, type Direction } from './moves.ts';
import { marked, PerCard } from './per-card.svelte.ts';
import { putInScenario } from './put-in-scenario.ts';
import { Suggestions } from './suggestions.svelte.ts';

/** A record that is open in the editor. */
export type OpenCard = {
	readonly kind: CardKind;
	readonly id: string;
	/** The field to begin in, as the critic names it: `evidence.level`. */
	readonly field?: string;
};

/** A card that is being added, with what is known of it already. */
export type Adding = {
	readonly column: ColumnName;
	readonly partyId?: string;
	readonly measureId?: string;
};

/** Opens and closes the editor; the page does it, so that the browser's "back" closes it too. */
export type EditorDoor = {
	open: (card: OpenCard) => void;
	close: () => void;
};

/** What one person looks at in the arena: the scenario, the card they are on, what they are adding. */
export class Arena {
	readonly session: WorkshopSession;
	readonly #door: EditorDoor;
	#afterClosing: (() => void) | undefined;
	/** The column that a phone shows. */
	column = $state<ColumnName>('doen');
	/** The list of measures to take over is open. */
	libraryOpen = $state(false);
	readonly suggestions: Suggestions;
	readonly drag = new CardDrag(this);
	#adding = $state.raw<Adding>();
	#hot = $state<CardPlace>();
	#focused = $state<CardPlace>();
	/** The card that had the focus last, so that Tab comes back to it. */
	#lastFocused = $state<CardPlace>();
	#renaming = $state<CardPlace>();
	#viewBefore: BoardView | undefined;
	#linksBefore: readonly Link[] = [];

	/** The columns as the chosen scenario shows them. */
	readonly view = $derived.by(() => {
		this.#viewBefore = keepUnchanged(
			viewBoard(this.session.content, this.scenarioId),
			this.#viewBefore
		);
		return this.#viewBefore;
	});
	readonly links = $derived.by(() => {
		this.#linksBefore = keepLinks(linksOf(this.view), this.#linksBefore);
		return this.#linksBefore;
	});
	/** Changes when cards come, go or change places, and then only: columns apart, places in between. */
	readonly order = $derived.by(() =>
		placesByColumn(this.view)
			.map((places) => places.join(' '))
			.join('|')
	);
	readonly #columns = $derived.by(() =>
		this.order.split('|').map((places) => places.split(' ').filter(Boolean) as CardPlace[])
	);
	readonly parties = $derived.by(() => this.session.content.parties);
	readonly measures = $derived.by(() => this.session.content.measures);
	readonly effects = $derived.by(() => this.session.content.effects);
	readonly scenarios = $derived.by(() => this.session.content.scenarios);
	readonly indicators = $derived.by(() => this.session.content.indicators);
	readonly settings = $derived.by(() => this.session.content.workshop);
	readonly #scenarioId = $derived.by(() => {
		const made = this.scenarios.map(({ id }) => id);
		return this.session.shown.among([doNothingId, ...made], everythingId);
	});
	readonly #partyById = $derived(new Map(this.parties.map((party) => [party.id, party])));
	readonly #measureTitles = $derived(new Map(this.measures.map(({ id, title }) => [id, title])));
	/** Lines that belong to the card under the pointer or with the focus. */
	readonly lit = $derived.by(() => {
		const place = this.#hot ?? this.#focused;
		if (place === undefined) return undefined;
		const lit = connectedTo(place, this.links);
		return lit.size > 0 ? lit : undefined;
	});
	readonly #tabStops = $derived.by(() => {
		const last = this.#lastFocused;
		return new Set(
			this.#columns.map((places) => (last && places.includes(last) ? last : places[0]))
		);
	});

	/** What each card shows beside its own record. */
	readonly cards: PerCard;
	readonly #parties: PerKey<Party>;
	readonly #titles: PerKey<string>;
	readonly #payers: PerKey<true>;

	constructor(session: WorkshopSession, door: EditorDoor) {
		this.session = session;
		this.suggestions = new Suggestions(session);
		this.#door = door;
		this.#parties = new PerKey(() => this.#partyById);
		this.#titles = new PerKey(() => this.#measureTitles);
		this.#payers = new PerKey(() => marked(this.view.payers.map(({ party }) => party.id)));
		this.cards = new PerCard({
			...{ session, renaming: () => [this.#renaming] },
			hot: () => [this.#hot ?? this.#focused],
			tabStops: () => this.#tabStops
		});
	}

	/** The scenario that is shown; `everythingId` shows all measures. */
	get scenarioId(): string {
		return this.#scenarioId;
	}

	set scenarioId(id: string) {
		this.session.shown.show(id);
	}

	/** The card that is being added. */
	get adding(): Adding | undefined {
		return this.#adding;
	}

	/** Begins a new card in its column, which a phone then shows. */
	startAdding(adding: Adding): void {
		if (this.scenarioId === doNothingId) this.scenarioId = everythingId;
		this.column = adding.column;
		this.#adding = adding;
	}

	stopAdding(): void {
		this.#adding = undefined;
	}

	/** Adds a measure on top, also to the scenario that is shown, else it would not be seen. */
	addMeasure(draft: MeasureDraft): string | undefined {
		const id = this.session.change((board) => board.addMeasure(draft, 'first'));
		if (id !== undefined && !putInScenario(this.session, this.scenarioId, id))
			this.scenarioId = everythingId;
		return id;
	}

	pointAt(place: CardPlace | undefined): void {
		this.#hot = place;
	}

	focusOn(place: CardPlace | undefined): void {
		this.#focused = place;
		if (place !== undefined) this.#lastFocused = place;
	}

	titleOf(kind: CardKind, id: string): string {
		if (kind === 'party') return this.#parties.of(id)?.name ?? '';
		if (kind === 'measure') return this.#titles.of(id) ?? '';
		return this.effects.find((effect) => effect.id === id)?.title ?? '';
	}

	open({ kind, id, field }: OpenCard): void {
		this.#renaming = undefined;
		this.#door.open(field === undefined ? { kind, id } : { kind, id, field });
	}

	/** Closes the editor; what comes next waits until it is gone and the focus is back on the board. */
	close(next?: () => void): void {
		this.session.presence.edit(null);
		this.session.endStep();
		this.#afterClosing = next;
		this.#door.close();
	}

	/** Hears that the editor is gone. */
	closed(): void {
		const next = this.#afterClosing;
		this.#afterClosing = undefined;
		next?.();
	}

	startRenaming(card: CardRecord): void {
		if (this.session.canEdit) this.#renaming = card.place;
	}

	stopRenaming(card: CardRecord): void {
		if (this.#renaming === card.place) this.#renaming = undefined;
	}

	/** Changes a title letter by letter, as one step of undo. */
	retitle({ kind, id }: OpenCard, title: string): void {
		this.session.change((board) =>
			kind === 'party'
				? board.change('party', id, { name: title })
				: board.change(kind, id, { title })
		);
	}

	remove({ kind, id }: OpenCard): void {
		this.session.change((board) => board.remove(kind, id));
	}

	/** Moves a card among those that its column shows. */
	move(card: CardRecord, direction: Direction): void {
		const placement = placementFor(this.idsBeside(card), card.id, direction);
		if (placement) this.session.change((board) => board.move(card.kind, card.id, placement));
	}

	/** Ids of the cards in the same list as this card, in the order in which they are shown. */
	idsBeside({ kind, id, place }: CardRecord): string[] {
		const sort = this.#partyById.get(id)?.kind;
		const column = this.#columns.find((places) => places.includes(place)) ?? [];
		const ids = column.map((other) => cardAt(other).id);
		if (kind !== 'party' || place.startsWith('payer:')) return ids;
		return ids.filter((other) => this.#partyById.get(other)?.kind === sort);
	}

	partyOf(id: string): Party | undefined {
		return this.#parties.of(id);
	}

	/** The party has a card in the first column. */
	isPayer(id: string): boolean {
		return this.#payers.of(id) ?? false;
	}
}

function placesByColumn(view: BoardView): CardPlace[][] {
	return [
		view.payers.map(({ party }): CardPlace => `payer:${party.id}`),
		view.measures.map(({ id }): CardPlace => `measure:${id}`),
		view.effects.map(({ id }): CardPlace => `effect:${id}`),
		view.receivers.map(({ party }): CardPlace => `receiver:${party.id}`)
	];
}

/** The arena that components stand in. */
export const [useArena, provideArena] = createContext<Arena>();
