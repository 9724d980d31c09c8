import { usualKind, type Party, type Sector } from '#lib/domain/party.ts';
import type { ChoiceOption } from '#lib/components/ui/Choice.svelte';
import type { Translate } from '#lib/i18n/translate.ts';
import type { Arena } from './arena-state.svelte.ts';

/** The value of the choice that asks for a party which is not there yet. */
const newOne = '+';

/** A party that is being chosen or made, to put something in or to receive something. */
export class PartyChoice {
	readonly #arena: Arena;
	#id = $state('');
	name = $state('');
	#sector = $state<Sector>('other');
	#kind = $state<Party['kind']>();

	constructor(arena: Arena, preset?: string) {
		this.#arena = arena;
		this.#id = preset ?? arena.parties[0]?.id ?? newOne;
	}

	/** The chosen party, or the sign for a new one. */
	get current(): string {
		return this.#id;
	}

	set current(id: string) {
		this.#id = id;
	}

	get sector(): Sector {
		return this.#sector;
	}

	set sector(sector: Sector) {
		this.#sector = sector;
	}

	/** People or a purse: what the sector usually is, unless somebody said otherwise. */
	get kind(): Party['kind'] {
		return this.#kind ?? usualKind(this.#sector);
	}

	set kind(kind: Party['kind']) {
		this.#kind = kind;
	}

	get isNew(): boolean {
		return this.#id === newOne;
	}

	get ready(): boolean {
		return !this.isNew || this.name.trim() !== '';
	}

	/** Lists the parties to choose from, with a new one at the end. */
	options(t: Translate): ChoiceOption[] {
		const { parties } = this.#arena;
		return [
			...parties.map(({ id, name }) => ({ value: id, label: name })),
			{ value: newOne, label: t('arena.add.new-party') }
		];
	}

	/** Keeps a name that was typed when its form is taken away, as when somebody goes along with the group. */
	leave(): void {
		if (this.isNew && this.ready && this.#arena.adding) this.settle();
	}

	/** Gives the id of the party, after making it when it is new; undefined when that was refused. */
	settle(): string | undefined {
		if (!this.isNew) return this.#id;
		const party = { name: this.name.trim(), kind: this.kind, sector: this.#sector };
		return this.#arena.session.change((board) => board.addParty(party));
	}
}
