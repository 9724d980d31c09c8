import * as Y from 'yjs';
import { Board } from '#lib/document/board.ts';
import { boardFromFile, fileFromBoard } from '#lib/document/codec.ts';
import { isRefusal, type Refusal } from '#lib/document/refusal.ts';
import { readSession } from '#lib/document/session/session.ts';
import {
	parseWorkshopFile,
	parseWorkshopValue,
	type WorkshopFile
} from '#lib/domain/workshop-file.ts';
import { exampleText, type ExampleName } from '../domain/examples.ts';

/** A seeded source of chance in [0, 1) (mulberry32), so that every run is the same. */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A maker of ids that never repeat, different for each name. */
export function idsFrom(name: string): () => string {
	let count = 0;
	return () => `${name}-${(count += 1)}`;
}

/** Somebody with their own copy of the board, and a clock that only moves when told to. */
export class Person {
	readonly doc = new Y.Doc();
	readonly board: Board;
	time = 0;

	constructor(number: number, start?: Uint8Array) {
		this.doc.clientID = number;
		if (start) Y.applyUpdate(this.doc, start);
		this.board = new Board(this.doc, {
			newId: idsFrom(`p${number}`),
			random: randomFrom(number),
			now: () => this.time
		});
	}

	get content() {
		return this.board.content;
	}
}

/** Lets everybody have everything. */
export function exchange(...people: Person[]): void {
	const updates = people.map(({ doc }) => Y.encodeStateAsUpdate(doc));
	for (const { doc } of people) for (const update of updates) Y.applyUpdate(doc, update);
}

/** Some people who all have the same example workshop in front of them. */
export function peopleWith(name: ExampleName, count: number): Person[] {
	const update = Y.encodeStateAsUpdate(boardDoc(exampleFile(name)));
	return Array.from({ length: count }, (_, index) => new Person(index + 1, update));
}

/** A board document that the server made from a file. */
export function boardDoc(file: WorkshopFile): Y.Doc {
	const doc = new Y.Doc();
	doc.clientID = 1000;
	boardFromFile(file, doc, { newId: idsFrom('server'), random: randomFrom(1000) });
	return doc;
}

/** Reads an example workshop. */
export function exampleFile(name: ExampleName): WorkshopFile {
	const { file } = parseWorkshopFile(exampleText(name));
	if (!file) throw new Error(`The example ${name} does not parse.`);
	return file;
}

/** Gives what a verb made; a test that expects no refusal fails with its sentence. */
export function made<Answer>(answer: Answer): Exclude<Answer, Refusal> {
	if (isRefusal(answer)) throw new Error(`${answer.refused} ${answer.path}: ${answer.message}`);
	return answer as Exclude<Answer, Refusal>;
}

/** Gives the problems of what would be exported; none, when reading repaired everything. */
export function exportProblems(board: Board): readonly { path: string; message: string }[] {
	const { file } = fileFromBoard(board.content, readSession(new Y.Doc()));
	return parseWorkshopValue(structuredClone(file)).problems;
}
