import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

/** The lists of a workshop that its value depends on. */
const valuedLists = ['parties', 'measures', 'effects', 'scenarios', 'challenges'] as const;

type ListName = (typeof valuedLists)[number];
type Lists = Pick<WorkshopFile, ListName>;
type AnyRecord = { readonly id: string };

/**
 * A workshop as far as the other side does not have it yet: per list that changed its records in order,
 * each one new or the id of one that the other side has.
 */
export type FileChange = {
	readonly frame: Pick<WorkshopFile, 'format' | 'version' | 'workshop'>;
	readonly lists: { readonly [Name in ListName]?: readonly (string | Lists[Name][number])[] };
};

/** Finds what another thread does not have yet, so that one edited card is all that has to be copied. */
export class FileSender {
	#sent: Partial<Lists> = {};

	/** Gives what changed since the last call; unchanged records are recognised by identity. */
	changeTo(file: WorkshopFile): FileChange {
		const { format, version, workshop } = file;
		const before = this.#sent;
		this.#sent = file;
		const changed = valuedLists.filter((name) => !areSame(file[name], before[name]));
		return {
			frame: { format, version, workshop },
			lists: Object.fromEntries(changed.map((name) => [name, newIn(file[name], before[name])]))
		};
	}
}

/** Puts the workshop together again; a record that was not sent again is the same object as before. */
export class FileReceiver {
	#lists: Lists = { parties: [], measures: [], effects: [], scenarios: [], challenges: [] };

	/** Takes in a change and gives the whole workshop; what is not valued is empty. */
	receive({ frame, lists }: FileChange): WorkshopFile {
		const received = Object.entries(lists).map(([name, records]) => {
			const known = new Map(this.#lists[name as ListName].map((one) => [one.id, one]));
			return [name, records.map((one) => (typeof one === 'string' ? known.get(one) : one))];
		});
		this.#lists = { ...this.#lists, ...Object.fromEntries(received) };
		return { ...frame, ...this.#lists, indicators: [], causes: [], rounds: [] };
	}
}

function areSame(records: readonly AnyRecord[], before: readonly AnyRecord[] = []): boolean {
	return (
		records.length === before.length && records.every((record, place) => record === before[place])
	);
}

function newIn(records: readonly AnyRecord[], before: readonly AnyRecord[] = []) {
	const known = new Set(before);
	return records.map((record) => (known.has(record) ? record.id : record));
}
