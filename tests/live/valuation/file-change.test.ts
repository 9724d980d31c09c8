import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { FileReceiver, FileSender } from '#lib/live/valuation/file-change.ts';
import { referenceModel } from '../../bench/reference-model.ts';

const model = referenceModel({ measures: 6, effects: 12, parties: 4 });

/** What the value depends on, as the other side must have it. */
function valuedOf({ parties, measures, effects, scenarios, challenges, workshop }: WorkshopFile) {
	return { parties, measures, effects, scenarios, challenges, workshop };
}

const edits: Record<string, (file: WorkshopFile, place: number) => WorkshopFile> = {
	price: (file, place) => ({
		...file,
		effects: file.effects.map((effect, at) =>
			at === place % file.effects.length ? { ...effect, unitValue: place } : effect
		)
	}),
	removed: (file, place) => ({
		...file,
		effects: file.effects.toSpliced(place % (file.effects.length + 1), 1)
	}),
	turned: (file) => ({ ...file, measures: file.measures.toReversed() }),
	again: (file) => ({ ...file, effects: model.effects }),
	settings: (file, place) => ({
		...file,
		workshop: { ...file.workshop, horizonYears: 1 + (place % 50) }
	}),
	nothing: (file) => file
};

test('after any row of edits the other side has the same workshop', () => {
	const row = fc.array(fc.tuple(fc.constantFrom(...Object.keys(edits)), fc.nat(40)), {
		maxLength: 12
	});
	fc.assert(
		fc.property(row, (steps) => {
			const [sender, receiver] = [new FileSender(), new FileReceiver()];
			let file = model;
			for (const [name, place] of [['nothing', 0] as const, ...steps]) {
				file = edits[name]!(file, place);
				const received = receiver.receive(structuredClone(sender.changeTo(file)));
				expect(valuedOf(received)).toEqual(valuedOf(file));
			}
		}),
		{ seed: 3, numRuns: 100 }
	);
});

test('an edited card is all that is sent, and the other cards stay the same objects', () => {
	const [sender, receiver] = [new FileSender(), new FileReceiver()];
	const before = receiver.receive(structuredClone(sender.changeTo(model)));
	const change = sender.changeTo(edits['price']!(model, 3));
	expect(Object.keys(change.lists)).toEqual(['effects']);
	expect(change.lists.effects?.filter((one) => typeof one !== 'string')).toHaveLength(1);
	const after = receiver.receive(structuredClone(change));
	expect(after.measures).toBe(before.measures);
	expect(after.effects.filter((one, place) => one !== before.effects[place])).toHaveLength(1);
});
