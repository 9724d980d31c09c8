import { readPeriod as readNotation } from '#lib/domain/area/period.ts';

/**
 * Reads a period as people write it: "2028", "K3 2028", "september 2028", "9-2028" or "2028-9".
 *
 * @returns as in the workshop file, or undefined when it is none
 */
export function readPeriod(text: string): string | undefined {
	const reading = readNotation(text.trim().replace(/^(\d{4})-(\d)$/, '$1-0$2'));
	return 'period' in reading ? reading.period : undefined;
}
