import { readPeriod } from '#lib/domain/area/period.ts';
import { Refused } from '../problem.ts';
import type { Reading } from '../source.ts';

const quarterIn =
	/\b(?:(?:q|k)[1-4]|[1-4]e kwartaal)[ -]?(?:19|20)\d{2}\b|\b(?:19|20)\d{2}[ -]?(?:q|k)[1-4]\b/i;
const yearIn = /(?<!\d)(?:19|20)\d{2}(?!\d)/;

/**
 * The period of a file without a column for it: what a person chose, else what the title above the table or
 * the file's name says. A proposal is told, so that it is looked at.
 *
 * @throws {Refused} `no-period` when nothing says it
 */
export function filePeriod({ sheet, settings, surroundings, into }: Reading): string {
	if (settings.period) return settings.period;
	for (const text of [sheet.above, surroundings.fileName]) {
		const found = quarterIn.exec(text)?.[0] ?? yearIn.exec(text)?.[0];
		const reading = found ? readPeriod(found) : undefined;
		if (reading && 'period' in reading) {
			into.problems.add('period-proposed', undefined, { period: reading.period });
			return reading.period;
		}
	}
	throw new Refused('no-period');
}
