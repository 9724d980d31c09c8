import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holdsPersonalDetails } from '#lib/domain/critic/reading/personal-details.ts';

test.each([
	'Zij woont op 1234 AB.',
	'postcode 1987AB',
	'0999AB of 9999 ZZ',
	'Mail jan.jansen@voorbeeld.nl voor de sleutel',
	'bel 06-12345678',
	'bel +31 6 12 34 56 78',
	'(0031201234567)',
	'Molenstraat 12, tweede bel',
	'het huis aan de Oude Zijds-Achterburgwal is Kerkplein 4',
	'ÉcluseLaan en Ringdijk 1500'
])('a person can be found by "%s"', (text) => expect(holdsPersonalDetails(text)).toBe(true));

test.each([
	'In 2026 IN de wijk',
	'1234 SS of 1234SA',
	'0234 AB',
	'12345 AB',
	'1234 ABC',
	'@jan en jan@ en jan@thuis',
	'1234567890123',
	'06-1234567',
	'de molenstraat 12',
	'Molenstraat, nummer 12',
	'Rijksweg 12, Provincialeweg 203, Snelweg 4',
	'A12, N203 en de Nweg 3',
	'2 km fietspad 3'
])('nobody can be found by "%s"', (text) => expect(holdsPersonalDetails(text)).toBe(false));

/** The patterns as critic_triggers.md gives them; some take very long on some texts. */
const given = [
	/(?<![0-9])(?!(?:19|20)[0-9]{2} )[1-9][0-9]{3} ?(?!SA|SD|SS)[A-Z]{2}(?![A-Za-z])/,
	/[^\s@]+@[^\s@]+\.[A-Za-z]{2,}/,
	/(?<![0-9])(?:\+31|0031|0)[ -]?[1-9](?:[ -]?[0-9]){8}(?![0-9])/,
	/(?!(?:Autosnelweg|Snelweg|Autoweg|Rijksweg|Provincialeweg|[AN]weg) )\p{Lu}\p{L}*(?:straat|laan|weg|plein|hof|kade|dijk|singel|gracht|pad) [0-9]{1,4}/u
];

const pieces = [
	...['weg', 'straat', 'Rijks', 'Snel', 'A', 'N', 'É', 'pad', ' ', '-', '1', '0', '06', '+31'],
	...['2026', '1234', 'AB', 'SS', 'S', '@', '.', 'nl', 'x', '\n', 'laan', '12345678']
];

test('finds in any text what the given patterns find', () => {
	const text = fc
		.array(fc.constantFrom(...pieces), { maxLength: 9 })
		.map((parts) => parts.join(''));
	fc.assert(
		fc.property(text, (sample) => {
			const found = given.some((pattern) => pattern.test(sample));
			expect(holdsPersonalDetails(sample)).toBe(found);
		}),
		{ seed: 7, numRuns: 20_000 }
	);
});

// A pattern that starts over at every letter would need hours for these.
test.each([
	['a', false],
	['A', false],
	['@', false],
	['a@', false],
	['0', false],
	['1234 ', false],
	['Aweg ', false],
	['straat', false],
	['laan 1 ', false],
	['a.', false],
	['Alaan1 ', false],
	['Klaan 1', true]
])('a megabyte of "%s" is read to the end', (piece, found) => {
	expect(holdsPersonalDetails(piece.repeat(1_000_000 / piece.length))).toBe(found);
});
