import type * as Y from 'yjs';
import type { Observation } from '#lib/domain/indicator.ts';
import type { Contribution } from '#lib/domain/contribution.ts';
import type { Input, Recipient } from '#lib/domain/effect.ts';
import type { Choice, Review } from '#lib/domain/scenario.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { BoardView } from './board-view.ts';
import type { Placement } from './content.ts';
import type * as draft from './draft.ts';
import type { Random } from './order.ts';
import type { Refusal } from './refusal.ts';
import type { Fields } from './schema.ts';
import { recordKinds, type RecordKind } from './shape.ts';
import { History } from './undo.ts';
import { copyScenario } from './verbs/copy-scenario.ts';
import { renameInput } from './verbs/inputs.ts';
import {
	choice,
	contribution,
	input,
	observation,
	recipient,
	review
} from './verbs/item-places.ts';
import { addItem, changeItem, moveItem, putItem, removeItem } from './verbs/items.ts';
import { addMeasureWith, type AddedMeasure } from './verbs/measure-with-effects.ts';
import { addRecord, changeRecord, changeSettings, moveRecord, newIdOf } from './verbs/records.ts';
import { removeRecord } from './verbs/removal.ts';
import { replaceContent } from './verbs/replace.ts';
import { setText, type TextKind } from './verbs/set-text.ts';
import type { Writing } from './verbs/writing.ts';

export type BoardTools = {
	/** Makes a new id that fits `^[a-z0-9][a-z0-9-]{0,63}$` and was never made before. */
	readonly newId: () => string;
	/** Chance in [0, 1), to keep people who insert at one spot apart. */
	readonly random: Random;
	/** Milliseconds; without it one's typing in a text is one step of undo until something else is done. */
	readonly now?: () => number;
	/** Scenarios of which the name and the choices stay as they were agreed on. */
	readonly agreed?: () => ReadonlySet<string>;
};

type Answer = Refusal | undefined;

/**
 * The board of a workshop with every change that people make as a verb.
 * A verb is one transaction and one step of undo. It gives what it made, or nothing, or a Refusal when it
 * changed nothing: that can be caused by what somebody typed or by what a colleague just removed, so it is
 * never thrown. Only mistakes in the program are: a field that does not exist, an id generator that makes no ids.
 */
export class Board extends BoardView {
	/** Undo and redo of the changes made through this board. */
	readonly history: History;
	/** The origin of this board's transactions. */
	readonly origin: object = Object.freeze({ board: 'own changes' });
	readonly #writing: Writing;

	constructor(doc: Y.Doc, { newId, random, now, agreed }: BoardTools) {
		super(doc);
		const maps = [...recordKinds, 'workshop' as const].map((kind) => this.maps[kind]);
		this.history = new History({ maps, origin: this.origin, now, agreed });
		this.#writing = {
			maps: this.maps,
			...{ newId, random, agreed },
			commit: (change, step) => {
				this.history.begin(step);
				doc.transact(change, this.origin);
			}
		};
	}

	setSettings(patch: draft.SettingsPatch): Answer {
		return this.refusal ?? changeSettings(this.#writing, patch);
	}

	addParty(given: draft.PartyDraft, at?: Placement): string | Refusal {
		return this.#add('party', given, at);
	}

	addIndicator(given: draft.IndicatorDraft, at?: Placement): string | Refusal {
		return this.#add('indicator', given, at);
	}

	addCause(given: draft.CauseDraft, at?: Placement): string | Refusal {
		return this.#add('cause', given, at);
	}

	addMeasure(given: draft.MeasureDraft, at?: Placement): string | Refusal {
		return this.#add('measure', given, at);
	}

	addEffect(given: draft.EffectDraft, at?: Placement): string | Refusal {
		return this.#add('effect', given, at);
	}

	addScenario(given: draft.ScenarioDraft, at?: Placement): string | Refusal {
		return this.#add('scenario', given, at);
	}

	/** Adds a draft with the same choices as a scenario, right after it. */
	copyScenario(id: string, title: string): string | Refusal {
		return this.refusal ?? copyScenario(this.#writing, this.content.scenarios, { id, title });
	}

	/** Adds a measure with its contributions and the effects it brings, all or nothing. */
	addMeasureWith(given: draft.MeasureWithEffectsDraft): AddedMeasure | Refusal {
		return this.refusal ?? addMeasureWith(this.#writing, given);
	}

	/** Changes fields of a record. Filling in a formula empties the amount, which it computes. */
	change<Kind extends RecordKind>(kind: Kind, id: string, patch: draft.Patch<Kind>): Answer {
		return this.refusal ?? changeRecord(this.#writing, { kind, id }, patch);
	}

	/** Changes the words of a long text, so that what somebody else types in it at the same time stays. */
	setText(kind: TextKind, id: string, field: string, text: string): Answer {
		return this.refusal ?? setText(this.#writing, { kind, id, field }, text);
	}

	/** Removes a record with what cannot do without it; see removeRecord. */
	remove(kind: RecordKind, id: string): Answer {
		return this.refusal ?? removeRecord(this.#writing, { kind, id });
	}

	move(kind: RecordKind, id: string, placement: Placement): Answer {
		return this.refusal ?? moveRecord(this.#writing, { kind, id }, placement);
	}

	addContribution(measureId: string, given: draft.ContributionDraft): string | Refusal {
		const item = given.id ?? newIdOf(this.#writing);
		const place = contribution(measureId, item);
		return this.refusal ?? addItem(this.#writing, place, given) ?? item;
	}

	changeContribution(
		measureId: string,
		id: string,
		patch: Partial<Omit<Contribution, 'id'>>
	): Answer {
		return this.refusal ?? changeItem(this.#writing, contribution(measureId, id), patch);
	}

	removeContribution(measureId: string, id: string): Answer {
		return this.refusal ?? removeItem(this.#writing, contribution(measureId, id));
	}

	moveContribution(measureId: string, id: string, placement: Placement): Answer {
		return this.refusal ?? moveItem(this.#writing, contribution(measureId, id), placement);
	}

	/** Makes a party receive a share of an effect, or changes what it receives. */
	setRecipient(
		effectId: string,
		partyId: string,
		patch: Partial<Omit<Recipient, 'partyId'>>
	): Answer {
		return this.refusal ?? putItem(this.#writing, recipient(effectId, partyId), patch);
	}

	removeRecipient(effectId: string, partyId: string): Answer {
		return this.refusal ?? removeItem(this.#writing, recipient(effectId, partyId));
	}

	moveRecipient(effectId: string, partyId: string, placement: Placement): Answer {
		return this.refusal ?? moveItem(this.#writing, recipient(effectId, partyId), placement);
	}

	/** Puts a measure in a scenario, or changes what is decided about it there. */
	setChoice(
		scenarioId: string,
		measureId: string,
		patch: Partial<Omit<Choice, 'measureId'>>
	): Answer {
		return this.refusal ?? putItem(this.#writing, choice(scenarioId, measureId), patch);
	}

	removeChoice(scenarioId: string, measureId: string): Answer {
		return this.refusal ?? removeItem(this.#writing, choice(scenarioId, measureId));
	}

	/** Gives a formula's input a value, adding it where it is new. */
	setInput(effectId: string, name: string, patch: Partial<Omit<Input, 'name'>>): Answer {
		return this.refusal ?? putItem(this.#writing, input(effectId, name), patch);
	}

	removeInput(effectId: string, name: string): Answer {
		return this.refusal ?? removeItem(this.#writing, input(effectId, name));
	}

	/** Gives a formula's input another name, in the formula as well. */
	renameInput(effectId: string, from: string, to: string): Answer {
		return this.refusal ?? renameInput(this.#writing, { effectId, from, to });
	}

	/** Enters the measurement of an indicator for a period, or changes it. */
	setObservation(
		indicatorId: string,
		period: string,
		patch: Partial<Omit<Observation, 'period'>>
	): Answer {
		return this.refusal ?? putItem(this.#writing, observation(indicatorId, period), patch);
	}

	removeObservation(indicatorId: string, period: string): Answer {
		return this.refusal ?? removeItem(this.#writing, observation(indicatorId, period));
	}

	/** Adds a moment to look back and gives its key, with which it is changed or removed. */
	addReview(scenarioId: string, given: draft.ReviewDraft): string | Refusal {
		const key = newIdOf(this.#writing);
		return this.refusal ?? addItem(this.#writing, review(scenarioId, key), given) ?? key;
	}

	changeReview(scenarioId: string, key: string, patch: Partial<Review>): Answer {
		return this.refusal ?? changeItem(this.#writing, review(scenarioId, key), patch);
	}

	removeReview(scenarioId: string, key: string): Answer {
		return this.refusal ?? removeItem(this.#writing, review(scenarioId, key));
	}

	/** Makes the whole board equal to a workshop file, as one step. */
	replaceContent(file: WorkshopFile): Answer {
		if (this.refusal) return this.refusal;
		replaceContent(this.#writing, file);
		return undefined;
	}

	override destroy(): void {
		super.destroy();
		this.history.destroy();
	}

	#add(kind: RecordKind, given: Fields, at: Placement = 'last'): string | Refusal {
		return this.refusal ?? addRecord(this.#writing, { kind, draft: given, at });
	}
}
