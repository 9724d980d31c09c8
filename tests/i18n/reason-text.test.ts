import { describe, expect, it } from 'vitest';
import {
	expectations,
	foundKinds,
	reason,
	sentence,
	sentences,
	type Expectation,
	type ReasonCode
} from '#lib/domain/reason.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { reasonText } from '#lib/i18n/reason-text.ts';
import { createTranslate } from '#lib/i18n/translate.ts';
import { exampleValue } from '../domain/examples.ts';

const english = createTranslate('en', await loadMessages('en'));
const dutch = createTranslate('nl', await loadMessages('nl'));

/** Every reason there is, with something of its own at each named place. */
const everyReason = [
	...(Object.keys(sentences) as ReasonCode[])
		.filter((code) => code !== 'wrong-value')
		.map((code) => reason(code, filled(sentences[code]))),
	...(Object.keys(expectations) as Expectation[]).flatMap((expected) =>
		['"bank"', 12, ...Object.keys(foundKinds)].map((found) =>
			reason('wrong-value', { ...filled(expectations[expected]), found, expected })
		)
	)
];

function filled(text: string): Record<string, string> {
	const names = [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
	return Object.fromEntries(names.map((name) => [name, `<${name}>`]));
}

describe('why something is refused', () => {
	it('reads in English on screen as it does on the command line', () => {
		for (const one of everyReason) expect(reasonText(english, one)).toBe(sentence(one));
	});

	it('reads in Dutch as a sentence of its own, with nothing left to fill in', () => {
		for (const one of everyReason) {
			const text = reasonText(dutch, one);
			expect(text).toMatch(/^\S.{10,}\.$/u);
			expect(text).not.toMatch(/[{}]|undefined/);
			expect(text).not.toBe(sentence(one));
		}
	});

	it('says on a Dutch screen where and what is wrong with a file', () => {
		const value = exampleValue('minimal.en');
		value.parties[0].sector = [];
		delete value.measures[0].title;
		value.effects[0].measureIds = ['gone'];
		const { problems } = parseWorkshopValue(value);
		const sector = problems.find(({ path }) => path === 'parties.0.sector')!;
		expect(reasonText(dutch, sector)).toMatch(
			/^Hier staat een lijst, maar hier hoort een van deze woorden: housing-association, /
		);
		const said = new Map(problems.map((problem) => [problem.path, reasonText(dutch, problem)]));
		expect(said.get('measures.0.title')).toBe('Het veld “title” ontbreekt. Voeg het toe.');
		expect(said.get('effects.0.measureIds.0')).toBe(
			'Er is geen “gone” in measures. Voeg die daar toe of verwijs naar iets dat er wel is.'
		);
	});
});
