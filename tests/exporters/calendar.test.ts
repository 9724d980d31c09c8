import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarOf } from '#lib/exporters/calendar.ts';
import { readCalendar } from './calendar-reader.ts';

const stamp = '2026-12-20T15:00:00.000Z';
const day = { id: 'w1-s1-2028-10-01@tegenwicht', date: '2028-10-01', title: 'Molenwijk', text: '' };

test('a day to look back is a whole day in the calendar', () => {
	expect(calendarOf([day], stamp).split('\r\n')).toEqual([
		...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Tegenwicht//Reviews//EN', 'BEGIN:VEVENT'],
		...['UID:w1-s1-2028-10-01@tegenwicht', 'DTSTAMP:20261220T150000Z'],
		...['DTSTART;VALUE=DATE:20281001', 'SUMMARY:Molenwijk', 'DESCRIPTION:', 'END:VEVENT'],
		...['END:VCALENDAR', '']
	]);
});

test('what somebody typed cannot add a line of its own', () => {
	const text = 'Overlast, meldingen; per jaar\nBEGIN:VALARM\\';
	const calendar = calendarOf([{ ...day, text }], stamp);
	expect(calendar).toContain(
		'DESCRIPTION:Overlast\\, meldingen\\; per jaar\\nBEGIN:VALARM\\\\\r\n'
	);
	expect(calendar.split('\r\n')).not.toContain('BEGIN:VALARM');
});

test('a long line is broken within 75 bytes, between characters, and reads back as it was', () => {
	const title = 'Tevredenheid over de wóónomgeving € '.repeat(6).trim();
	const calendar = calendarOf([{ ...day, title }], stamp);
	const sizes = calendar.split('\r\n').map((line) => new TextEncoder().encode(line).length);
	expect(Math.max(...sizes)).toBeLessThanOrEqual(75);
	expect(calendar.replaceAll('\r\n ', '')).toContain(`SUMMARY:${title}\r\n`);
});

test('whatever somebody typed, another program reads every day back as it was', () => {
	const typed = fc.string({ unit: 'binary', maxLength: 200 });
	const days = fc.array(
		fc.record({
			id: fc.stringMatching(/^[a-z0-9-]{1,90}@tegenwicht$/),
			date: fc.constantFrom('2028-10-01', '2030-02-28'),
			title: typed,
			text: typed
		}),
		{ maxLength: 4 }
	);
	fc.assert(
		fc.property(days, (written) => {
			const read = readCalendar(calendarOf(written, stamp));
			expect(read.map(({ UID, DTSTART }) => [UID?.value, DTSTART?.value])).toEqual(
				written.map(({ id, date }) => [id, date.replaceAll('-', '')])
			);
			expect(read.map(({ SUMMARY, DESCRIPTION }) => [SUMMARY?.value, DESCRIPTION?.value])).toEqual(
				written.map(({ title, text }) => [asKept(title), asKept(text)])
			);
			for (const { DTSTAMP } of read) expect(DTSTAMP?.value).toBe('20261220T150000Z');
		}),
		{ seed: 11, numRuns: 100 }
	);
});

/** A calendar has one kind of new line, and no other controls than the tab. */
function asKept(text: string): string {
	return text.replaceAll(/\r\n?/g, '\n').replaceAll(/(?![\t\n])\p{Cc}/gu, '');
}
