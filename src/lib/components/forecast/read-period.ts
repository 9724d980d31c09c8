const quarter = /^(?:([qk])([1-4])[ -]?(\d{4})|(\d{4})[ -]?([qk])([1-4]))$/i;
const month = /^(?:(\d{4})-(\d{1,2})|(\d{1,2})[-/](\d{4}))$/;

/**
 * Reads a period as people write it: "2028", "Q3 2028", "2028-K3", "2028-09" or "9-2028".
 *
 * @returns as in the workshop file, or undefined when it is none
 */
export function readPeriod(text: string): string | undefined {
	const typed = text.trim();
	if (/^\d{4}$/.test(typed)) return typed;
	const inQuarter = quarter.exec(typed);
	if (inQuarter) {
		const [, , first, , year, , last] = inQuarter;
		return `${year ?? inQuarter[3]}-Q${first ?? last}`;
	}
	const inMonth = month.exec(typed);
	if (!inMonth) return undefined;
	const year = inMonth[1] ?? inMonth[4];
	const number = Number(inMonth[2] ?? inMonth[3]);
	if (number < 1 || number > 12) return undefined;
	return `${year}-${String(number).padStart(2, '0')}`;
}
