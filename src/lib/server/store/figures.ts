import type { FigureBatch } from '#lib/domain/area/figure-batch.ts';
import type { ImportMapping } from '#lib/importers/mapping.ts';
import type {
	AreaObservation,
	KnownArea,
	ObservedIndicator
} from '#lib/domain/area/area-observation.ts';

/** What is done with a value that the workshop already has for the same area, period and indicator. */
export type OnSameKey = 'skip' | 'replace';

export type NewBatch = {
	readonly workshopId: string;
	readonly batch: FigureBatch;
	readonly onSameKey: OnSameKey;
	/**
	 * Values of earlier imports that this one hides, because together they would give a hidden one away:
	 * written as values of this batch, whatever is done with the same key.
	 */
	readonly hidden?: readonly AreaObservation[];
};

/** What an import did, or would do. */
export type BatchOutcome = {
	/** Undefined when nothing was written. */
	readonly id: number | undefined;
	readonly added: number;
	/** Values that the workshop had already: these were replaced or skipped, as was asked. */
	readonly same: number;
	readonly areas: number;
	/** Earlier imports of a file with the same bytes into the same workspace. */
	readonly sameFile: readonly number[];
};

export type BatchRow = {
	readonly id: number;
	readonly source: string;
	readonly fileName: string;
	/** The year of the division into areas that its codes belong to, where it is known. */
	readonly vintage: number | null;
	readonly importedAt: number;
	readonly observations: number;
	readonly areas: number;
	/** Whether this workshop uses it. */
	readonly chosen: boolean;
};

/** An indicator as the chosen batches know it, with the periods it has values for. */
export type IndicatorRow = ObservedIndicator & {
	readonly version: string;
	readonly periods: readonly string[];
	/** In how many areas it is measured. */
	readonly areas: number;
};

export type ListedArea = {
	readonly code: string;
	readonly name: string;
	readonly outlined: boolean;
};

/** Figures of areas: imported per workspace, read by a workshop from the batches that were chosen into it. */
export interface FigureStore {
	/**
	 * Imports a batch into the workshop's workspace and chooses it into the workshop: all of it, on disk, or
	 * nothing. It is written in slices, so that others go on meanwhile, and seen by nobody before the last.
	 */
	importBatch(fresh: NewBatch): Promise<BatchOutcome>;
	/** Tells what the same call would do, and writes nothing. */
	tryBatch(fresh: NewBatch): Promise<BatchOutcome>;
	/** Removes a batch of the workshop's workspace; what it had replaced is there again. */
	undoBatch(workshopId: string, batchId: number): Promise<boolean>;
	/** Makes the workshop use exactly these batches of its workspace; others are ignored. */
	chooseBatches(workshopId: string, batchIds: readonly number[]): Promise<void>;
	/** All batches of the workshop's workspace, newest first. */
	listBatches(workshopId: string): Promise<BatchRow[]>;

	/**
	 * Remembers in the workshop's workspace how files with this header are read, in the place of what was
	 * remembered before.
	 *
	 * @param header see headerSignature
	 */
	keepMapping(workshopId: string, header: string, mapping: ImportMapping): Promise<void>;
	/** How files with this header are read in the workshop's workspace; undefined when nobody said so. */
	mappingFor(workshopId: string, header: string): Promise<ImportMapping | undefined>;

	listIndicators(workshopId: string): Promise<IndicatorRow[]>;
	/** Areas with their names; the newest batch that has a name or an outline gives it. */
	listAreas(workshopId: string): Promise<ListedArea[]>;
	observationsOfAreas(workshopId: string, areas: readonly string[]): Promise<AreaObservation[]>;
	/** The values of one indicator in one period, in all areas. */
	observationsOfIndicator(
		workshopId: string,
		which: Pick<AreaObservation, 'indicator' | 'version' | 'period'>
	): Promise<AreaObservation[]>;
	/**
	 * The values of one indicator and year in all imports of the workshop's workspace, of areas whose code
	 * starts with one of these; the newest import counts.
	 */
	observationsOfWorkspace(
		workshopId: string,
		which: Pick<AreaObservation, 'indicator' | 'version'> & {
			readonly starts: readonly string[];
			/** "YYYY", with its quarters and months. */
			readonly year: string;
		}
	): Promise<AreaObservation[]>;
	/** Outlines of areas whose code starts with one of these, such as `BU0599`. */
	outlines(workshopId: string, prefix: string): Promise<KnownArea[]>;
}
