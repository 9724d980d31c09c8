import { formatTyped } from '#lib/i18n/format.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import { asPlainText, type Cell, type Table } from './table.ts';

/** A mark at the start by which spreadsheets see that the text is UTF-8. */
const byteOrderMark = '\uFEFF';

/** Between cells: what the spreadsheet of somebody with this language expects. */
const delimiters: Readonly<Record<LanguageCode, string>> = { nl: ';', en: ',' };

/**
 * Writes a table as CSV that opens well in the spreadsheet of somebody with this language: in Dutch with
 * semicolons and decimal commas. Texts are quoted, and never run as a formula.
 */
export function csvText({ columns, rows }: Table, language: LanguageCode): string {
	const lines = [columns, ...rows].map((row) =>
		row.map((cell) => cellText(cell, language)).join(delimiters[language])
	);
	return byteOrderMark + lines.map((line) => `${line}\r\n`).join('');
}

function cellText(cell: Cell, language: LanguageCode): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return quoted(formatTyped(language, cell).replace('\u2212', '-'));
	if (typeof cell === 'boolean') return cell ? '1' : '0';
	return quoted(asPlainText(cell));
}

function quoted(text: string): string {
	return /[";,\r\n\t']|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
