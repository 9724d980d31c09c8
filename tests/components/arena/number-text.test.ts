import { beforeAll, describe, expect, test } from 'vitest';
import {
	contributionLines,
	effectNumber,
	pledgeText,
	receiptText
} from '#lib/components/arena/card-number.ts';
import { movedPlace } from '#lib/components/arena/editor/live-text.svelte.ts';
import { amountText, moneyText, type Tongue } from '#lib/components/arena/number-text.ts';
import { newContribution } from '#lib/domain/contribution.ts';
import { newEffect } from '#lib/domain/effect.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createTranslate } from '#lib/i18n/translate.ts';

let nl: Tongue;
let en: Tongue;

beforeAll(async () => {
	nl = { current: 'nl', t: createTranslate('nl', await loadMessages('nl')) };
	en = { current: 'en', t: createTranslate('en', await loadMessages('en')) };
});

const plain = ({ text, range }: { text: string; range?: string }) =>
	(range ? `${text} (${range})` : text).replaceAll('\u00a0', ' ');

const effect = (given: object) => newEffect('e', { title: 'e', measureIds: ['m'], ...given });

describe('the one number of a card', () => {
	test('is written as it was entered, with its range', () => {
		const amount = { low: 2, likely: 6, high: 9 };
		expect(plain(amountText(amount, 'opnames per jaar', nl))).toBe('6 opnames per jaar (2–9)');
		expect(plain(moneyText({ low: 320, likely: 450, high: 600 }, nl))).toBe('€ 450 (320–600)');
		expect(plain(moneyText({ low: 9_000, high: 22_000 }, nl))).toBe('€ 9.000–22.000');
	});

	test('counts millions in words of the language', () => {
		const money = { low: 6_200_000, likely: 7_100_000, high: 9_000_000 };
		expect(plain(moneyText(money, nl))).toBe('€ 7,1 mln (6,2–9 mln)');
		expect(plain(moneyText(1_250_000, en))).toBe('€ 1.25 m');
	});

	test('is words when nobody estimated it', () => {
		expect(effectNumber(effect({}), nl).text).toBe('nog geen aantal');
		expect(contributionLines([newContribution('c', { partyId: 'p', kind: 'hours' })], nl)).toEqual([
			{ text: 'uren, nog geen aantal' }
		]);
	});

	test('is plus signs where nobody wanted numbers, and minus signs for a harm', () => {
		expect(effectNumber(effect({ strength: 2 }), nl).text).toBe('+ +');
		expect(effectNumber(effect({ strength: 3, direction: 'harm' }), nl).text).toBe('nadeel − − −');
	});

	test('is worked out with the best guesses when there is a formula', () => {
		const inputs = [
			{ name: 'homes', quantity: 240, unit: '' },
			{ name: 'part', quantity: { low: 0.5, likely: 0.75, high: 1 }, unit: '' }
		];
		const computed = effect({ formula: 'homes * part', inputs, unit: 'woningen' });
		expect(effectNumber(computed, nl).text).toBe('180 woningen');
		const open = effect({
			formula: 'homes * other',
			inputs: [...inputs, { name: 'other', quantity: null, unit: '' }]
		});
		expect(effectNumber(open, nl).text).toBe('formule, nog niet compleet');
	});
});

describe('several contributions together', () => {
	const money = (id: string, amount: number, timing: 'once' | 'yearly') =>
		newContribution(id, { partyId: 'p', amount, timing });

	test('are not added up over time, nor money with hours', () => {
		const lines = contributionLines(
			[
				money('a', 40_000, 'once'),
				money('b', 20_000, 'once'),
				money('c', 5_000, 'yearly'),
				newContribution('d', { partyId: 'p', kind: 'hours', hours: 120, timing: 'yearly' })
			],
			nl
		);
		expect(lines.map(plain)).toEqual(['€ 60.000 eenmalig', '€ 5.000 per jaar', '120 uur per jaar']);
	});

	test('say how many have no number', () => {
		const lines = contributionLines(
			[money('a', 100, 'once'), newContribution('b', { partyId: 'p' })],
			nl
		);
		expect(lines.map(plain)).toEqual(['€ 100 eenmalig', '1 inleg zonder getal']);
	});

	test('say how many are not pledged', () => {
		const pledged = { ...money('a', 100, 'once'), confirmed: true };
		expect(pledgeText([pledged], nl)).toBeUndefined();
		expect(pledgeText([money('a', 100, 'once')], nl)).toBe('nog niet toegezegd');
		expect(pledgeText([pledged, money('b', 1, 'once')], nl)).toBe('1 van 2 nog niet toegezegd');
	});
});

test('what reaches a party counts benefits and harms apart', () => {
	const receipts = (['benefit', 'benefit', 'harm'] as const).map((direction) => ({
		recipient: { partyId: 'p', share: null, certain: false },
		effect: effect({ direction })
	}));
	expect(receiptText(receipts, nl)).toBe('2 baten, 1 nadeel');
	expect(receiptText(receipts.slice(2), en)).toBe('1 harm');
});

describe('a cursor while somebody else types', () => {
	test.each([
		['before it', 'de tuin', 'in de tuin', 3, 6],
		['behind it', 'de tuin', 'de tuin bloeit', 3, 3],
		['over it', 'de mooie tuin', 'de tuin', 6, 3]
	])('keeps its place in the words: %s', (_where, before, after, place, expected) => {
		expect(movedPlace(before, after, place)).toBe(expected);
	});
});
