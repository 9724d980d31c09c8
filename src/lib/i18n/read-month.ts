import type { LanguageCode } from './languages.ts';

/** Names of months by their first letters, in both languages: a Dutch screen also understands `May`. */
const names: Readonly<Record<LanguageCode, readonly string[]>> = {
	nl: [
		...['januari', 'februari', 'maart', 'april', 'mei', 'juni'],
		...['juli', 'augustus', 'september', 'oktober', 'november', 'december']
	],
	en: [
		...['january', 'february', 'march', 'april', 'may', 'june'],
		...['july', 'august', 'september', 'october', 'november', 'december']
	]
};

const abbreviations: Readonly<Record<string, number>> = { mrt: 3 };
const shortest = 3;

/**
 * Reads a month of the calendar as people type it: `juni 2027`, `06-2027`, `6/2027`, `2027-06`, and
 * a day before it is passed over: `1 juni 2027`. Years have four digits.
 *
 * @returns the month as `2027-06`, or undefined when the text names none
 */
export function readMonth(text: string, language: LanguageCode): string | undefined {
	const typed = text.trim().toLowerCase();
	const numbered =
		/^(?<year>\d{4})[-/. ]+(?<month>\d{1,2})$/.exec(typed) ??
		/^(?:\d{1,2}[-/. ]+)?(?<month>\d{1,2})[-/. ]+(?<year>\d{4})$/.exec(typed);
	if (numbered?.groups) return monthOf(numbered.groups['year'], Number(numbered.groups['month']));
	const named =
		/^(?:\d{1,2}\.?\s+)?(?<name>\p{L}+)[.,]?[-/\s]+(?<year>\d{4})$/u.exec(typed) ??
		/^(?<year>\d{4})[-/\s]+(?<name>\p{L}+)\.?$/u.exec(typed);
	const { name = '', year } = named?.groups ?? {};
	return monthOf(year, monthNamed(name, language));
}

function monthNamed(name: string, language: LanguageCode): number {
	if (name.length < shortest) return 0;
	const known = abbreviations[name];
	if (known !== undefined) return known;
	const lists = [names[language], ...Object.values(names)];
	return lists.map((list) => list.findIndex((one) => one.startsWith(name)) + 1).find(Boolean) ?? 0;
}

function monthOf(year: string | undefined, month: number): string | undefined {
	if (year === undefined || month < 1 || month > 12) return undefined;
	return `${year}-${String(month).padStart(2, '0')}`;
}
