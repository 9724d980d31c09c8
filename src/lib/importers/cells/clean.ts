const plain = /^[\x21-\x7e]*$/;

/** Text without what nobody sees: odd spaces, zero-width characters, spaces around it; in one Unicode form. */
export function clean(cell: string): string {
	if (plain.test(cell)) return cell;
	return cell
		.normalize('NFC')
		.replace(/[\u200b-\u200d\u2060\ufeff\u00ad]/g, '')
		.replace(/[\u00a0\u2000-\u200a\u202f\u205f\t]/g, ' ')
		.trim();
}

/** The same with every kind of dash and minus as a hyphen, for numbers, periods and codes. */
export function cleanSigns(cell: string): string {
	return clean(cell).replace(/[\u2010-\u2015\u2212]/g, '-');
}
