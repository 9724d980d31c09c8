import { nameOfRecord } from '#lib/components/critic/record-names.ts';
import type { BoardContent } from '#lib/document/content.ts';

/** The name of a record on the first of some boards that has it. */
export function nameOn(boards: readonly BoardContent[], id: string): string | undefined {
	for (const board of boards) {
		const name = nameOfRecord(id, board);
		if (name !== undefined) return name;
	}
	return undefined;
}
