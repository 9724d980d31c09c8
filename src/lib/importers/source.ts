import type { Accumulator } from './accumulator.ts';
import type { DecimalMark, ImportSettings, Surroundings } from './settings.ts';
import type { Sheet } from './sheet/sheet.ts';
import type { AreaFinder } from './sheet/area-finder.ts';

/** What a source gets to read with. */
export type Reading = {
	readonly sheet: Sheet;
	readonly mark: DecimalMark;
	readonly settings: ImportSettings;
	readonly surroundings: Surroundings;
	readonly areas: AreaFinder;
	readonly into: Accumulator;
};

/** One kind of file, found by its header. */
export type SheetSource = {
	readonly id: string;
	/** Whether a file with this header is one of these. The first source that says so reads it. */
	readonly recognises: (sheet: Sheet, settings: ImportSettings) => boolean;
	/** Reads every row into the accumulator. @throws {Refused} when the file as a whole can't be read */
	readonly read: (reading: Reading) => void;
};
