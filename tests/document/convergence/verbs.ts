import type { Board } from '#lib/document/board.ts';
import type { Placement } from '#lib/document/content.ts';
import { rootOf } from '#lib/document/roots.ts';
import { recordKinds, type RecordKind } from '#lib/document/shape.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import type { Chance } from './chance.ts';

type Use = (board: Board, chance: Chance, files: readonly WorkshopFile[]) => unknown;

const none = 'not-there';

/** An id of a kind; now and then one that does not exist. */
function idOf(kind: RecordKind, { content }: Board, chance: Chance): string {
	const records: readonly { id: string }[] = content[rootOf[kind]];
	return chance.maybe(0.03) ? none : (chance.pick(records)?.id ?? none);
}

function someIds(kind: RecordKind, { content }: Board, chance: Chance): string[] {
	const records: readonly { id: string }[] = content[rootOf[kind]];
	return chance.some(records.map(({ id }) => id));
}

function placement(names: readonly string[], chance: Chance): Placement {
	const name = chance.pick(names) ?? none;
	return chance.oneOf<Placement>(['first', 'last', { before: name }, { after: name }]);
}

function kindOf(chance: Chance): RecordKind {
	return chance.oneOf(recordKinds);
}

function measureOf(board: Board, chance: Chance) {
	const id = idOf('measure', board, chance);
	const contributions = board.find('measure', id)?.contributions.map((one) => one.id) ?? [];
	return { id, contributions, contribution: chance.pick(contributions) ?? none };
}

function effectOf(board: Board, chance: Chance) {
	const id = idOf('effect', board, chance);
	const effect = board.find('effect', id);
	return {
		id,
		recipients: effect?.recipients.map(({ partyId }) => partyId) ?? [],
		input: chance.pick(effect?.inputs ?? [])?.name ?? none,
		name: chance.oneOf(['homes', 'share', 'visits', '__proto__', 'constructor', 'not a name'])
	};
}

function scenarioOf(board: Board, chance: Chance) {
	const id = idOf('scenario', board, chance);
	return { id, review: chance.pick(board.reviewKeys(id)) ?? none };
}

const formulas = ['', 'homes * share', 'visits + 2', 'homes *', '3'] as const;

function effectPatch(board: Board, chance: Chance) {
	return {
		...(chance.maybe() && { title: chance.words() }),
		...(chance.maybe(0.3) && { measureIds: someIds('measure', board, chance) }),
		...(chance.maybe(0.3) && { leadsToEffectId: idOf('effect', board, chance) }),
		...(chance.maybe(0.3) && { indicatorId: idOf('indicator', board, chance) }),
		...(chance.maybe(0.3) && { formula: chance.oneOf(formulas) }),
		...(chance.maybe(0.3) && { amount: chance.amount() }),
		...(chance.maybe(0.3) && { probability: chance.share() }),
		...(chance.maybe(0.2) && { because: chance.words() })
	};
}

/** A patch for a record of any kind, sometimes one that is refused. */
function change(board: Board, chance: Chance): unknown {
	const kind = kindOf(chance);
	const id = idOf(kind, board, chance);
	const party = idOf('party', board, chance);
	switch (kind) {
		case 'party':
			return board.change(kind, id, { name: chance.words(), atTable: chance.maybe() });
		case 'indicator':
			return board.change(kind, id, { norm: chance.below(9), unit: chance.words() });
		case 'cause':
			return board.change(kind, id, {
				partyId: party,
				endorsedBy: someIds('party', board, chance)
			});
		case 'measure':
			return board.change(kind, id, {
				dependsOn: someIds('measure', board, chance).slice(0, 1),
				leadPartyId: party,
				startMonth: chance.below(30) - 1
			});
		case 'effect':
			return board.change(kind, id, effectPatch(board, chance));
		case 'scenario':
			return board.change(kind, id, { dissent: [{ partyId: party, text: chance.words() }] });
	}
}

function setText(board: Board, chance: Chance): unknown {
	const measure = idOf('measure', board, chance);
	const effect = idOf('effect', board, chance);
	const { question } = board.content.workshop;
	const description = board.find('measure', measure)?.description ?? '';
	const because = board.find('effect', effect)?.because ?? '';
	return chance.oneOf([
		() => board.setText('workshop', '', 'question', chance.edited(question)),
		() => board.setText('measure', measure, 'description', chance.edited(description)),
		() => board.setText('effect', effect, 'because', chance.edited(because))
	])();
}

function listPlace(kind: RecordKind, board: Board, chance: Chance): Placement {
	const records: readonly { id: string }[] = board.content[rootOf[kind]];
	return placement(
		records.map(({ id }) => id),
		chance
	);
}

/** Every verb of a board, used with chance values; a test checks that none is missing. */
export const verbs: Record<string, Use> = {
	setSettings: (board, chance) =>
		board.setSettings({ title: chance.words(), horizonYears: 1 + chance.below(60) }),
	addParty: (board, chance) =>
		board.addParty({ name: 'Partij' }, listPlace('party', board, chance)),
	addIndicator: (board, chance) =>
		board.addIndicator(
			{ observations: [{ period: '2026' }] },
			listPlace('indicator', board, chance)
		),
	addCause: (board, chance) => board.addCause({ partyId: idOf('party', board, chance) }),
	addMeasure: (board, chance) =>
		board.addMeasure(
			{ dependsOn: someIds('measure', board, chance) },
			listPlace('measure', board, chance)
		),
	addEffect: (board, chance) =>
		board.addEffect(
			{
				...effectPatch(board, chance),
				measureIds: someIds('measure', board, chance),
				title: 'Effect'
			},
			listPlace('effect', board, chance)
		),
	addScenario: (board, chance) =>
		board.addScenario({ ...chance.pick(board.content.scenarios), id: undefined }),
	addMeasureWith: (board, chance) =>
		board.addMeasureWith({
			measure: { contributions: [{ partyId: idOf('party', board, chance), amount: 5 }] },
			effects: [{ title: 'Een' }, { title: 'Twee', measureIds: someIds('measure', board, chance) }]
		}),
	change,
	setText,
	remove: (board, chance) => {
		const kind = kindOf(chance);
		return board.remove(kind, idOf(kind, board, chance));
	},
	move: (board, chance) => {
		const kind = kindOf(chance);
		return board.move(kind, idOf(kind, board, chance), listPlace(kind, board, chance));
	},
	addContribution: (board, chance) =>
		board.addContribution(idOf('measure', board, chance), {
			partyId: idOf('party', board, chance),
			amount: chance.amount()
		}),
	changeContribution: (board, chance) => {
		const { id, contribution } = measureOf(board, chance);
		return board.changeContribution(id, contribution, {
			partyId: idOf('party', board, chance),
			hours: chance.amount()
		});
	},
	removeContribution: (board, chance) => {
		const { id, contribution } = measureOf(board, chance);
		return board.removeContribution(id, contribution);
	},
	moveContribution: (board, chance) => {
		const { id, contribution, contributions } = measureOf(board, chance);
		return board.moveContribution(id, contribution, placement(contributions, chance));
	},
	setRecipient: (board, chance) =>
		board.setRecipient(idOf('effect', board, chance), idOf('party', board, chance), {
			share: chance.share()
		}),
	removeRecipient: (board, chance) => {
		const { id, recipients } = effectOf(board, chance);
		return board.removeRecipient(id, chance.pick(recipients) ?? none);
	},
	moveRecipient: (board, chance) => {
		const { id, recipients } = effectOf(board, chance);
		return board.moveRecipient(id, chance.pick(recipients) ?? none, placement(recipients, chance));
	},
	copyScenario: (board, chance) =>
		board.copyScenario(idOf('scenario', board, chance), chance.words()),
	setChoice: (board, chance) =>
		board.setChoice(idOf('scenario', board, chance), idOf('measure', board, chance), {
			scale: chance.below(7),
			decision: chance.oneOf(['do', 'later', null])
		}),
	removeChoice: (board, chance) =>
		board.removeChoice(idOf('scenario', board, chance), idOf('measure', board, chance)),
	setInput: (board, chance) => {
		const { id, name } = effectOf(board, chance);
		return board.setInput(id, name, { quantity: chance.amount() });
	},
	removeInput: (board, chance) => {
		const { id, input } = effectOf(board, chance);
		return board.removeInput(id, input);
	},
	renameInput: (board, chance) => {
		const { id, input, name } = effectOf(board, chance);
		return board.renameInput(id, input, name);
	},
	setObservation: (board, chance) =>
		board.setObservation(
			idOf('indicator', board, chance),
			chance.oneOf(['2025', '2026-Q1', '2027-03', 'soon']),
			{ value: chance.below(100) }
		),
	removeObservation: (board, chance) =>
		board.removeObservation(idOf('indicator', board, chance), chance.oneOf(['2025', '2026'])),
	addReview: (board, chance) =>
		board.addReview(idOf('scenario', board, chance), {
			date: chance.oneOf(['2027-02-28', '2027-02-30']),
			indicatorIds: someIds('indicator', board, chance)
		}),
	changeReview: (board, chance) => {
		const { id, review } = scenarioOf(board, chance);
		return board.changeReview(id, review, { outcome: chance.words() });
	},
	removeReview: (board, chance) => {
		const { id, review } = scenarioOf(board, chance);
		return board.removeReview(id, review);
	},
	replaceContent: (board, chance, files) => {
		const file = chance.pick(files);
		return chance.maybe(0.2) && file ? board.replaceContent(file) : undefined;
	}
};
