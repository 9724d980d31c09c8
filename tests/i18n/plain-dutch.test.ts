import { describe, expect, it } from 'vitest';
import criticRules from '#lib/domain/critic/data/critic_rules.json' with { type: 'json' };
import reasons from '#lib/domain/critic/data/reasons.json' with { type: 'json' };
import remedies from '#lib/domain/critic/data/remedies.json' with { type: 'json' };
import thresholds from '#lib/domain/critic/data/thresholds.json' with { type: 'json' };
import { languages, type Language } from '#lib/domain/vocabulary.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { sentencesOf, wordsOf } from './sentences.ts';

/** A text that people read, by the place where a writer finds it. */
type Texts = readonly (readonly [place: string, text: string])[];

const longest = 25;

/** Words of offices and letters, each with a common word that says the same. */
const stiff =
	/\b(middels|conform|dien(t|en) te|teneinde|derhalve|alsmede|tevens|inzake|indien|betreffende|omtrent|aangaande|significante?|aggregaties?|aggregeren|kwantiel\w*|verdisconter\w*|disconteringsvoet|faciliteren|implementeren|realiseren|bewerkstelligen|ten behoeve van|ten aanzien van|met betrekking tot|op basis waarvan|in het kader van)\b/i;

const familiar = /\b(je|jij|jou|jouw|jullie)\b/i;

/** Straight quotes, and apostrophes that stand where a reader expects a curly one. */
const straight = /["']/;

/** An amount or a number that may break at the end of a line, or is not written as in its country. */
const looseEuro = /€(?!\u00a0|$)/;
const wrongNumber = { nl: /\d,\d{3}(?!\d)|\d\.\d+ ?%|\d %/, en: /\d\.\d{3}(?!\d)|\d,\d+ ?%|\d %/ };

/** Texts that show how a number may be typed wrongly or in another country. */
const aboutNumbers = /^(import\.decimal|import\.problem\.ambiguous-decimals)/;

/** The command line says these sentences in the same letters, and a terminal has straight quotes. */
const alsoOnCommandLine = /^reason\./;

const messages = Object.fromEntries(
	await Promise.all(languages.map(async (language) => [language, await textsIn(language)] as const))
) as Record<Language, Texts>;

async function textsIn(language: Language): Promise<Texts> {
	const ofCritic = { reasons, remedies, thresholds };
	return [
		...Object.entries(await loadMessages(language)),
		...criticRules.rules.flatMap(({ id, title, question }): Texts => [
			[`${id}.title`, title[language]],
			[`${id}.question`, question[language]]
		]),
		...Object.entries(ofCritic).flatMap(([file, texts]) =>
			Object.entries(texts).map(([id, text]) => [`${file}.${id}`, text[language]] as const)
		)
	];
}

function wrongIn(texts: Texts, wrong: (text: string) => boolean): Texts {
	return texts.filter(([, text]) => wrong(text));
}

/** The text without the names of what is filled in. */
function withoutNames(text: string): string {
	return sentencesOf(text).join(' ');
}

describe.each(languages)('every text on the screens in %s', (language) => {
	const texts = messages[language];

	it(`has no sentence of more than ${longest} words`, () => {
		const isLong = (text: string) =>
			sentencesOf(text).some((sentence) => wordsOf(sentence).length > longest);
		expect(wrongIn(texts, isLong)).toEqual([]);
	});

	it('has curly quotes and apostrophes', () => {
		const printed = texts.filter(([place]) => language === 'nl' || !alsoOnCommandLine.test(place));
		expect(wrongIn(printed, (text) => straight.test(text))).toEqual([]);
	});

	it('writes numbers as in its country, and keeps an amount on one line', () => {
		const shown = texts.filter(([place]) => !aboutNumbers.test(place));
		const isWrong = (text: string) => looseEuro.test(text) || wrongNumber[language].test(text);
		expect(wrongIn(shown, isWrong)).toEqual([]);
	});
});

describe('every Dutch text', () => {
	it('says u, and never je or jij', () => {
		expect(wrongIn(messages.nl, (text) => familiar.test(text))).toEqual([]);
	});

	it('has common words', () => {
		expect(wrongIn(messages.nl, (text) => stiff.test(text))).toEqual([]);
	});

	it('has one word for each thing', () => {
		const second = /\b(marges?|prijspeil|indicator(en)?|oorzaken|opzij gelegd|opzij gezet)\b/i;
		expect(wrongIn(messages.nl, (text) => second.test(withoutNames(text)))).toEqual([]);
	});
});

describe('what these checks read', () => {
	it('is each choice of a message, with one word for what is filled in', () => {
		const text = '{n, plural, one {# kaart.} other {# kaarten. {who} schrijft.}} Klaar{end}?';
		expect(sentencesOf(text)).toEqual(['… kaart.', 'Klaar…?', '… kaarten.', '… schrijft.']);
	});

	it('finds what is wrong', () => {
		expect(familiar.test('Wat vind je?')).toBe(true);
		expect(stiff.test('Dit dient te gebeuren')).toBe(true);
		expect(straight.test("euro's")).toBe(true);
		expect(looseEuro.test('€ 100')).toBe(true);
		expect(wrongNumber.nl.test('12,500 woningen, 12.5%')).toBe(true);
		expect(wrongNumber.en.test('12.500 homes')).toBe(true);
		expect(wordsOf('Een zin – met een streep.')).toEqual(['Een', 'zin', 'met', 'een', 'streep.']);
	});
});
