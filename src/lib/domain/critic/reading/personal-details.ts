/**
 * Texts in which a person may be recognised: a postcode, an e-mail address, a telephone number, a
 * street with a house number. Names of people have no pattern and are left to the critic.
 *
 * Every pattern takes time that grows as the text, whatever the text is: what can be long comes after
 * the part that anchors it.
 */
const patterns = [
	/** 1000-9999 and two capitals; 19xx or 20xx with a space is a year. */
	/(?<![0-9])(?!(?:19|20)[0-9]{2} )[1-9][0-9]{3} ?(?!SA|SD|SS)[A-Z]{2}(?![A-Za-z])/,
	/[^\s@]@[^\s@]+\.[A-Za-z]{2,}/,
	/(?<![0-9])(?:\+31|0031|0)[ -]?[1-9](?:[ -]?[0-9]){8}(?![0-9])/,
	/** A word with a capital and a number behind it; the words for main roads are no street. */
	/(?:straat|laan|weg|plein|hof|kade|dijk|singel|gracht|pad) [0-9](?<=(?!(?:Autosnelweg|Snelweg|Autoweg|Rijksweg|Provincialeweg|[AN]weg) )\p{Lu}\p{L}*(?:straat|laan|weg|plein|hof|kade|dijk|singel|gracht|pad) [0-9])/u
];

/** Tells whether a text holds something by which a person can be found. */
export function holdsPersonalDetails(text: string): boolean {
	return patterns.some((pattern) => pattern.test(text));
}
