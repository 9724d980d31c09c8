import type { Sector } from '../../party.ts';
import { discountFactors } from '../../valuation/discounting.ts';
import type { WorkshopFile } from '../../workshop-file.ts';
import type { Area, Settings } from '../../workshop.ts';

/** What the settings and the list of parties say to all rules. */
export type Frame = {
	readonly startYear: number;
	readonly horizonYears: number;
	readonly horizonMonths: number;
	/** What one euro in each year is worth on 1 January of startYear. */
	readonly discountFactors: Float64Array;
	readonly haircuts: Settings['haircuts'];
	/** Absent as long as nobody described the area. */
	readonly area: Area | undefined;
	readonly policy: Settings['policy'];
	readonly sectors: ReadonlyMap<string, Sector>;
	/** The day of judging, "YYYY-MM-DD". */
	readonly today: string;
	/** Equal texts mean equal frames. */
	readonly print: string;
};

/**
 * Takes from a workshop what rules need of its settings and parties.
 * Gives the frame before when nothing in it changed, so that a new title makes no rule speak again.
 */
export function frameOf(file: WorkshopFile, today: string, before?: Frame): Frame {
	const { startYear, horizonYears, discountRate, discountTiming } = file.workshop;
	const { haircuts, area, policy } = file.workshop;
	const sectors = file.parties.map(({ id, sector }): [string, Sector] => [id, sector]);
	const time = [startYear, horizonYears, discountRate, discountTiming];
	const print = JSON.stringify([...time, haircuts, area, policy, sectors, today]);
	if (before?.print === print) return before;
	return {
		startYear,
		horizonYears,
		horizonMonths: 12 * horizonYears,
		discountFactors: discountFactors(file.workshop),
		haircuts,
		area,
		policy,
		sectors: new Map(sectors),
		today,
		print
	};
}
