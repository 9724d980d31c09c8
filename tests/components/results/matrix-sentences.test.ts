import { beforeAll, describe, expect, test } from 'vitest';
import type { Tongue } from '#lib/components/arena/number-text.ts';
import {
	matrixLead,
	matrixTitle,
	wrongPocketTitle
} from '#lib/components/results/matrix-sentences.ts';
import {
	cellWith,
	type Cell,
	type Matrix,
	type MatrixGroup
} from '#lib/components/results/matrix.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createTranslate } from '#lib/i18n/translate.ts';
import { demoFile, matrixFor, withoutEuros } from './demo.ts';

let nl: Tongue;
let en: Tongue;
const file = demoFile();
const first = file.scenarios[0]!.id;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

beforeAll(async () => {
	nl = { current: 'nl', t: createTranslate('nl', await loadMessages('nl')) };
	en = { current: 'en', t: createTranslate('en', await loadMessages('en')) };
});

/** Gives a matrix in which one purse and one group of people are left with this, give or take. */
function withNets(purses: number | undefined, people: number | undefined, spread = 1): Matrix {
	const matrix = matrixFor(file, first);
	const net = (mean: number | undefined) => {
		if (mean === undefined) return cellWith(undefined, 1);
		const ends = { p5: mean - spread, p25: mean, p50: mean, p75: mean, p95: mean + spread };
		return cellWith({ mean, ...ends });
	};
	const one = ({ kind, rows, sums }: MatrixGroup, cell: Cell): MatrixGroup => ({
		kind,
		rows: [{ ...rows[0]!, net: cell }],
		sums: { ...sums, net: { ...cell, euros: undefined } }
	});
	const [budget, persons] = matrix.groups;
	return { ...matrix, groups: [one(budget!, net(purses)), one(persons!, net(people))] };
}

function withPocket(count: number, shortfall: number): Matrix {
	const matrix = matrixFor(file, first);
	const transfers = Array.from({ length: count }, () => ({ from: 'a', to: 'b', euros: 1000 }));
	return { ...matrix, value: { ...matrix.value, wrongPocket: { transfers, shortfall } } };
}

describe('the title of the matrix', () => {
	test.each([
		[-10, 10, 'De kassen leggen naar verwachting toe. Mensen gaan er naar verwachting op vooruit.'],
		[
			10,
			-10,
			'De kassen houden naar verwachting over. Mensen gaan er naar verwachting op achteruit.'
		],
		[
			-10,
			0.5,
			'De kassen leggen naar verwachting toe. Of mensen er in euro’s op vooruitgaan, is onzeker.'
		],
		[
			-0.5,
			undefined,
			'Of de kassen overhouden, is onzeker. Wat mensen krijgen, staat niet in euro’s.'
		],
		[
			undefined,
			10,
			'Wat de kassen doen, staat niet in euro’s. Mensen gaan er naar verwachting op vooruit.'
		]
	])('with %s euros for purses and %s for people, each give or take 1', (purses, people, title) => {
		expect(matrixTitle(withNets(purses, people), nl)).toBe(title);
	});

	test('says that nothing changes only when that is sure', () => {
		expect(matrixTitle(withNets(0, 0, 0), en)).toBe(
			'The purses break even in euros. For people nothing changes in euros.'
		);
	});

	test('is about comparing when nothing is done, and about euros when there are none', () => {
		expect(matrixTitle(matrixFor(file, doNothingId), en)).toMatch(/^Doing nothing costs nothing/);
		expect(matrixTitle(matrixFor(withoutEuros(file), first), en)).toBe(
			'Nothing in this scenario is in euros yet.'
		);
	});
});

describe('the sentence under the title', () => {
	test('gives money with its range, price year, chance and what is left out', () => {
		const matrix = matrixFor(file, first);
		const net = { mean: -6_960_000, p5: -8_230_000, p25: -7, p50: -7, p75: -6, p95: -6_040_000 };
		const value = { ...matrix.value, net, chanceNetPositive: 0.003 };
		const given = { ...matrix, value, leftOut: matrix.leftOut.slice(0, 2) };
		const settings = { horizonYears: 10, priceYear: 2026 };
		expect(plain(matrixLead(given, settings, nl))).toBe(
			'In 10 jaar blijft er voor kassen en mensen samen naar verwachting − € 7,0 mln over. In 9 van de 10 uitkomsten is dat tussen − € 8,2 mln en − € 6,0 mln, in euro’s van 2026. De kans dat er samen meer terugkomt dan erin gaat, is < 1%. 2 dingen staan niet in euro’s en zitten in geen som.'
		);
	});

	test('has no money in it when nothing is in euros', () => {
		const matrix = matrixFor(withoutEuros(file), first);
		expect(matrixLead(matrix, { horizonYears: 10, priceYear: 2026 }, nl)).not.toContain('€');
	});
});

describe('the wrong pocket', () => {
	test.each([
		[0, 0, 'No purse that pays is expected to be worse off.'],
		[2, 0.001, 'With 2 agreements no purse that pays is worse off.'],
		[1, 2_040_000, 'One agreement helps. The purses that pay then still lack € 2.0 m on average.'],
		[
			0,
			85_200,
			'There is no purse that can make up for it. The purses that pay lack € 85,000 on average.'
		]
	])('with %s transfers and %s euros lacking', (count, shortfall, title) => {
		expect(plain(wrongPocketTitle(withPocket(count, shortfall), en))).toBe(title);
	});

	test('has nothing to settle without amounts', () => {
		expect(wrongPocketTitle(matrixFor(withoutEuros(file), first), en)).toBe(
			'Without amounts there is nothing to settle.'
		);
	});
});
