import type { SheetSource } from '../source.ts';
import { cbsAreaCodes } from './cbs-area-codes.ts';
import { cbsKeyFigures } from './cbs-key-figures.ts';
import { cbsLong } from './cbs-long.ts';
import { leefbaarometer2Classes } from './leefbaarometer-2-classes.ts';
import { leefbaarometer2Dimensions } from './leefbaarometer-2-dimensions.ts';
import { leefbaarometer3 } from './leefbaarometer-3.ts';
import { ownEvents } from './own-events.ts';
import { ownLong } from './own-long.ts';
import { ownWidePeriods } from './own-wide-periods.ts';
import { ownWide } from './own-wide.ts';
import { statlineRows } from './statline-rows.ts';
import { statlineTransposed } from './statline-transposed.ts';

/** Every kind of table, the most particular first: the first that recognises a header reads the file. */
export const sheetSources: readonly SheetSource[] = [
	...[statlineTransposed, cbsAreaCodes, leefbaarometer2Classes, leefbaarometer2Dimensions],
	...[leefbaarometer3, cbsLong, statlineRows, cbsKeyFigures],
	...[ownEvents, ownLong, ownWidePeriods, ownWide]
];
