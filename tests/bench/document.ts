/**
 * How fast a board follows changes. Run it by hand: node tests/bench/document.ts
 * The workshop is the reference model: 40 measures, 120 effects, 600 quantities.
 */
import * as Y from 'yjs';
import { Board } from '#lib/document/board.ts';
import { boardFromFile, fileFromBoard } from '#lib/document/codec.ts';
import { readSession } from '#lib/document/session/session.ts';
import { newEffect } from '#lib/domain/effect.ts';
import { newMeasure } from '#lib/domain/measure.ts';
import { newParty } from '#lib/domain/party.ts';
import { newScenario } from '#lib/domain/scenario.ts';
import { newSettings } from '#lib/domain/workshop.ts';
import { workshopFormat, workshopVersion, type WorkshopFile } from '#lib/domain/workshop-file.ts';

const counts = { parties: 12, measures: 40, effects: 120, scenarios: 3 };
const range = { low: 10, likely: 20, high: 40, confidence: 0.8 };

let seed = 1;
let lastId = 0;
const tools = { newId: () => `made-${(lastId += 1)}`, random };

function random(): number {
	seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
	return seed / 2 ** 32;
}

function times<Item>(count: number, make: (index: number) => Item): Item[] {
	return Array.from({ length: count }, (_, index) => make(index));
}

function referenceWorkshop(): WorkshopFile {
	const words = 'Waarom dit werkt, in twee zinnen die iemand echt zou schrijven. '.repeat(3);
	return {
		format: workshopFormat,
		version: workshopVersion,
		workshop: newSettings('bench', { title: 'Bench', startYear: 2027 }),
		parties: times(counts.parties, (at) => newParty(`party-${at}`, { name: `Partij ${at}` })),
		indicators: [],
		causes: [],
		measures: times(counts.measures, (at) =>
			newMeasure(`measure-${at}`, {
				title: `Maatregel ${at}`,
				description: words,
				dependsOn: at > 0 ? [`measure-${at - 1}`] : [],
				contributions: times(2, (which) => ({
					id: `c${which}`,
					partyId: `party-${(at + which) % counts.parties}`,
					kind: 'money',
					amount: range,
					hours: null,
					timing: 'yearly',
					confirmed: false,
					deadline: null
				}))
			})
		),
		effects: times(counts.effects, (at) =>
			newEffect(`effect-${at}`, {
				title: `Effect ${at}`,
				measureIds: [`measure-${at % counts.measures}`],
				because: words,
				leadsToEffectId: at > 0 ? `effect-${at - 1}` : null,
				formula: 'homes * visits',
				inputs: [
					{ name: 'homes', quantity: range, unit: 'woningen' },
					{ name: 'visits', quantity: range, unit: 'per jaar' }
				],
				unitValue: range,
				probability: 0.8,
				recipients: times(3, (which) => ({
					partyId: `party-${(at + which) % counts.parties}`,
					share: 0.3,
					certain: false
				}))
			})
		),
		scenarios: times(counts.scenarios, (at) =>
			newScenario(`scenario-${at}`, {
				title: `Scenario ${at}`,
				choices: times(counts.measures, (which) => ({
					measureId: `measure-${which}`,
					scale: 1,
					decision: 'do'
				}))
			})
		),
		rounds: [],
		challenges: []
	};
}

type Row = { what: string; median: string; p95: string; worst: string; target: string };

function measured(what: string, target: string, samples: number[]): Row {
	const sorted = samples.toSorted((one, other) => one - other);
	const at = (part: number) => `${sorted[Math.floor(part * (sorted.length - 1))]?.toFixed(3)} ms`;
	return { what, median: at(0.5), p95: at(0.95), worst: at(1), target };
}

function timed(action: () => void): number {
	const start = performance.now();
	action();
	return performance.now() - start;
}

/** Another person's updates, each one field of one effect. */
function remoteUpdates(start: Uint8Array, count: number): Uint8Array[] {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, start);
	const board = new Board(doc, tools);
	const updates: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => updates.push(update));
	for (let edit = 0; updates.length < count; edit += 1) {
		const id = `effect-${edit % counts.effects}`;
		if (edit % 3 === 0) board.change('effect', id, { unitValue: 100 + edit });
		else if (edit % 3 === 1) board.setText('effect', id, 'because', `Omdat het werkt, ${edit}.`);
		else board.setRecipient(id, `party-${edit % counts.parties}`, { share: (edit % 10) / 100 });
	}
	return updates;
}

const start = new Y.Doc();
boardFromFile(referenceWorkshop(), start, tools);
const state = Y.encodeStateAsUpdate(start);
const updates = remoteUpdates(state, 5000);

function openedBoard(): { doc: Y.Doc; board: Board } {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	return { doc, board: new Board(doc, tools) };
}

function oneByOne(): number[] {
	const { doc, board } = openedBoard();
	const samples = updates.map((update) =>
		timed(() => {
			Y.applyUpdate(doc, update);
			void board.content;
		})
	);
	board.destroy();
	return samples;
}

function withoutBoard(): number[] {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, state);
	return updates.map((update) => timed(() => Y.applyUpdate(doc, update)));
}

/** As a browser opens its own copy: every stored update, in one transaction. */
function openFromUpdates(): number {
	return timed(() => {
		const doc = new Y.Doc();
		const board = new Board(doc, tools);
		doc.transact(() => {
			Y.applyUpdate(doc, state);
			for (const update of updates) Y.applyUpdate(doc, update);
		});
		void board.content;
	});
}

/** As the server sends it: one encoded state. */
function openFromState(full: Uint8Array): number {
	return timed(() => {
		const doc = new Y.Doc();
		const board = new Board(doc, tools);
		Y.applyUpdate(doc, full);
		void board.content;
	});
}

const repeats = times(12, (index) => index);
oneByOne();
const { doc: full } = openedBoard();
for (const update of updates) Y.applyUpdate(full, update);
const fullState = Y.encodeStateAsUpdate(full);
const { board } = openedBoard();

console.log(
	`${counts.measures} measures, ${counts.effects} effects; ${updates.length} updates; state ${(state.length / 1000).toFixed(0)} kB, after the updates ${(fullState.length / 1000).toFixed(0)} kB\n`
);
console.table([
	measured('one remote field change, to new content', '≤ 1 ms', oneByOne()),
	measured('  of which Yjs alone', '', withoutBoard()),
	measured(
		'one own change of a field',
		'≤ 1 ms',
		times(600, (at) => timed(() => board.change('effect', `effect-${at % 120}`, { unitValue: at })))
	),
	measured(
		'typing a letter in a text',
		'≤ 1 ms',
		times(600, (at) =>
			timed(() => board.setText('measure', 'measure-3', 'description', 'a'.repeat(at)))
		)
	),
	measured(
		'adding a party (all records looked at again)',
		'',
		times(100, () => timed(() => board.addParty({ name: 'Nieuw' })))
	),
	measured(
		'removing a measure with its effects, and undo',
		'',
		times(20, (at) =>
			timed(() => {
				board.remove('measure', `measure-${at}`);
				board.history.undo();
			})
		)
	),
	measured(
		'opening 5,000 updates, one transaction',
		'≤ 300 ms',
		repeats.map(() => openFromUpdates())
	),
	measured(
		'opening the same as one state',
		'≤ 300 ms',
		repeats.map(() => openFromState(fullState))
	),
	measured(
		'writing the workshop file',
		'',
		repeats.map(() => timed(() => fileFromBoard(board.content, readSession(new Y.Doc()))))
	)
]);
