/** A day on which somebody has to look back. */
export type CalendarDay = {
	/** The same each time the calendar is made, so that a calendar changes it instead of adding another. */
	readonly id: string;
	/** As "2028-10-01". */
	readonly date: string;
	readonly title: string;
	readonly text: string;
};

const longestLine = 75;

/**
 * Writes days as a calendar file that calendar programs read.
 * Source: RFC 5545 (B. Desruisseaux, 2009).
 *
 * @param stamp when it was made, as "2026-12-20T15:00:00.000Z"
 */
export function calendarOf(days: readonly CalendarDay[], stamp: string): string {
	const made = stamp.replaceAll(/[-:]|\.\d+/g, '');
	const lines = [
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tegenwicht//Reviews//EN'],
		...days.flatMap(({ id, date, title, text }) => [
			'BEGIN:VEVENT',
			`UID:${escaped(id)}`,
			`DTSTAMP:${made}`,
			`DTSTART;VALUE=DATE:${date.replaceAll('-', '')}`,
			`SUMMARY:${escaped(title)}`,
			`DESCRIPTION:${escaped(text)}`,
			'END:VEVENT'
		]),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** Commas, semicolons and new lines have a meaning of their own in a calendar; other controls may not be in it. */
function escaped(text: string): string {
	return text
		.replaceAll(/[\\;,]/g, '\\$&')
		.replaceAll(/\r\n?|\n/g, '\\n')
		.replaceAll(/(?!\t)\p{Cc}/gu, '');
}

/** Breaks a line after at most 75 bytes, never inside a character; the next begins with a space. */
function folded(line: string): string {
	const encoder = new TextEncoder();
	let size = 0;
	let result = '';
	for (const character of line) {
		const bytes = encoder.encode(character).length;
		if (size + bytes > longestLine) {
			result += '\r\n ';
			size = 1;
		}
		result += character;
		size += bytes;
	}
	return result;
}
