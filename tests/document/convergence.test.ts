import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Board } from '#lib/document/board.ts';
import { BoardView } from '#lib/document/board-view.ts';
import { isRefusal } from '#lib/document/refusal.ts';
import { Chance } from './convergence/chance.ts';
import { Network } from './convergence/network.ts';
import { verbs } from './convergence/verbs.ts';
import { boardDoc, exampleFile, exportProblems } from './tools.ts';

/** How many histories; 10,000 in the nightly run. */
const histories = Number(process.env['CONVERGENCE_HISTORIES'] ?? 120);

/** The first seed; a failure prints its own, which can be given here to see it again. */
const firstSeed = Number(process.env['CONVERGENCE_SEED'] ?? 1);

const files = [exampleFile('minimal.en'), exampleFile('sound-example.nl')];
const starts = files.map((file) => Y.encodeStateAsUpdate(boardDoc(file)));
const uses = Object.values(verbs);

function history(seed: number): { network: Network; made: Set<string>; refused: number } {
	const chance = new Chance(seed);
	const network = new Network(2 + chance.below(5), chance.pick(starts)!, chance);
	const made = new Set<string>();
	let refused = 0;
	for (let step = 10 + chance.below(50); step > 0; step -= 1) {
		const { board } = chance.pick(network.replicas)!;
		if (chance.maybe(0.1)) board.history[chance.maybe() ? 'undo' : 'redo']();
		else {
			const use = chance.pick(uses)!;
			const answer = use(board, chance, files);
			if (isRefusal(answer)) refused += 1;
			else made.add(Object.keys(verbs).find((name) => verbs[name] === use)!);
		}
		if (chance.maybe(0.6)) network.step();
	}
	network.deliverAll();
	return { network, made, refused };
}

/** The state as everybody stores it: what only undo still holds on to is left out. */
function stored(doc: Y.Doc): { doc: Y.Doc; state: string } {
	const copy = new Y.Doc();
	copy.clientID = 0;
	Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
	return { doc: copy, state: Buffer.from(Y.encodeStateAsUpdate(copy)).toString('base64') };
}

function expectSame(seed: number, network: Network): void {
	const hint = `history ${seed}: run again with CONVERGENCE_SEED=${seed} CONVERGENCE_HISTORIES=1`;
	const [first, ...others] = network.replicas;
	const { doc, state } = stored(first!.doc);
	const content = JSON.stringify(first!.board.content);
	for (const { board, doc: other } of others) {
		if (JSON.stringify(board.content) !== content) {
			expect(board.content, hint).toEqual(first!.board.content);
		}
		expect(board.problems, hint).toEqual(first!.board.problems);
		expect(stored(other).state === state, `${hint} (stored state)`).toBe(true);
	}
	const fresh = new BoardView(doc);
	if (JSON.stringify(fresh.content) !== content) {
		expect(first!.board.content, `${hint} (against a fresh reading)`).toEqual(fresh.content);
	}
	expect(first!.board.problems, `${hint} (against a fresh reading)`).toEqual(fresh.problems);
	expect(exportProblems(first!.board), `${hint} (export)`).toEqual([]);
}

describe('random histories', () => {
	test('use every verb of a board', () => {
		const methods = Object.getOwnPropertyNames(Board.prototype).filter(
			(name) => !['constructor', 'destroy'].includes(name)
		);
		expect(Object.keys(verbs).sort()).toEqual(methods.sort());
	});

	test(
		'end with the same board for everybody, however the network behaved',
		{ timeout: 60_000 + histories * 300 },
		() => {
			const made = new Set<string>();
			for (let seed = firstSeed; seed < firstSeed + histories; seed += 1) {
				const outcome = history(seed);
				expectSame(seed, outcome.network);
				for (const name of outcome.made) made.add(name);
				for (const { board } of outcome.network.replicas) board.destroy();
			}
			if (histories >= 100) expect([...made].sort()).toEqual(Object.keys(verbs).sort());
		}
	);
});
