import { classRange, deviationRange, type ValueRange } from '../cells/range.ts';

/**
 * What the columns of Leefbaarometer 3.0 are called, in the download and in the map service.
 * `kscore` is the class of the score itself; `kafw` is another scale: the class of how far the score is
 * from the Dutch average. The deviations per dimension add up to the whole deviation `afw`.
 * Source: column names of the download on leefbaarometer.nl, edition 2022, and of its map service, 2024.
 */
export const leefbaarometerColumns = new Map<string, readonly [key: string, range?: ValueRange]>([
	['lbm', ['lbm.score', { low: 1, high: 9 }]],
	['afw', ['lbm.deviation', deviationRange]],
	['won', ['lbm.housing', deviationRange]],
	['fys', ['lbm.environment', deviationRange]],
	['vrz', ['lbm.amenities', deviationRange]],
	['soc', ['lbm.cohesion', deviationRange]],
	['onv', ['lbm.safety', deviationRange]],
	['kscore', ['lbm.class', classRange]],
	['kafw', ['lbm.class-relative', classRange]],
	['kwon', ['lbm.housing-class', classRange]],
	['kfys', ['lbm.environment-class', classRange]],
	['kvrz', ['lbm.amenities-class', classRange]],
	['ksoc', ['lbm.cohesion-class', classRange]],
	['konv', ['lbm.safety-class', classRange]]
]);
