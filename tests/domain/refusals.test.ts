import { describe, expect, test } from 'vitest';
import { parseWorkshopFile, parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { exampleText, exampleValue } from './examples.ts';
import type { ExampleName, Json } from './examples.ts';

/** Breaks an example and gives the problems that are then found. */
function problemsAfter(change: (file: Json) => void, name: ExampleName = 'minimal.en') {
	const value = exampleValue(name);
	change(value);
	const { file, problems } = parseWorkshopValue(value);
	expect(file).toBeUndefined();
	return problems;
}

function pathsAfter(change: (file: Json) => void, name: ExampleName = 'minimal.en') {
	return problemsAfter(change, name).map(({ path }) => path);
}

const demo = 'demo-riverside.en';

describe('a file that cannot be a workshop', () => {
	test('is refused when it is larger than 5 MB, whatever is in it', () => {
		const { problems } = parseWorkshopFile(exampleText('minimal.en') + ' '.repeat(5_000_000));
		expect(problems).toMatchObject([
			{ path: '', message: expect.stringContaining('larger than the 5 MB') }
		]);
	});

	test('counts bytes, not characters', () => {
		const text = JSON.stringify('€'.repeat(2_000_000));
		expect(parseWorkshopFile(text).problems[0]?.message).toContain('larger than the 5 MB');
	});

	test('is refused when it is not UTF-8', () => {
		const utf16 = new Uint8Array([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]);
		expect(parseWorkshopFile(utf16).problems).toMatchObject([
			{ path: '', message: expect.stringContaining('not UTF-8') }
		]);
	});

	test.each(['', 'hello', '{"format":', '{ format: 1 }', '[1,]'])(
		'is refused when it is not JSON: %s',
		(text) => {
			expect(parseWorkshopFile(text).problems).toMatchObject([
				{ path: '', message: expect.stringContaining('not JSON') }
			]);
		}
	);

	test.each(['null', '[]', '3', '"tegenwicht/workshop"', '{}', '{"format":"other"}'])(
		'is refused with one problem when it is JSON of something else: %s',
		(text) => {
			expect(parseWorkshopFile(text).problems).toMatchObject([
				{ path: 'format', message: expect.stringContaining('not a workshop file') }
			]);
		}
	);

	test('is refused with a sentence of its own when it is of a newer version', () => {
		const problems = problemsAfter((file) => {
			file.version = 2;
			file.parties = 'something new';
		});
		expect(problems).toMatchObject([
			{ path: 'version', message: expect.stringContaining('newer than version 1') }
		]);
	});

	test.each([0, '1', null, undefined])('is refused when its version is %s', (version) => {
		const paths = pathsAfter((file) => {
			file.version = version;
		});
		expect(paths).toEqual(['version']);
	});

	test('may be nested a hundred thousand deep without harm', () => {
		const depth = 100_000;
		const nested = '['.repeat(depth) + ']'.repeat(depth);
		expect(parseWorkshopFile(nested).problems[0]?.path).toBe('format');
		const inside = exampleText('minimal.en').replace('"startYear": 2027', `"startYear": ${nested}`);
		expect(parseWorkshopFile(inside).problems.map(({ path }) => path)).toMatchObject([
			'workshop.startYear'
		]);
	});
});

describe('wrong types and values', () => {
	const cases: [string, (file: Json) => void, string][] = [
		['a missing title', (file) => delete file.workshop.title, 'workshop.title'],
		['an empty title', (file) => (file.workshop.title = ''), 'workshop.title'],
		['a number as a text', (file) => (file.workshop.question = 3), 'workshop.question'],
		['a list as settings', (file) => (file.workshop = []), 'workshop'],
		['an object as a list', (file) => (file.parties = {}), 'parties'],
		['a text as a party', (file) => file.parties.push('tenants'), 'parties.2'],
		['null as an effect', (file) => (file.effects[0] = null), 'effects.0'],
		['a list as evidence', (file) => (file.effects[0].evidence = []), 'effects.0.evidence'],
		['an unknown sector', (file) => (file.parties[0].sector = 'bank'), 'parties.0.sector'],
		['"yes" for true', (file) => (file.parties[0].atTable = 'yes'), 'parties.0.atTable'],
		['a year of two digits', (file) => (file.workshop.startYear = 27), 'workshop.startYear'],
		['half a year', (file) => (file.workshop.horizonYears = 2.5), 'workshop.horizonYears'],
		['51 years', (file) => (file.workshop.horizonYears = 51), 'workshop.horizonYears'],
		['null for a default', (file) => (file.workshop.language = null), 'workshop.language'],
		['null for the area', (file) => (file.workshop.area = null), 'workshop.area'],
		['five haircuts', (file) => (file.workshop.haircuts = [0, 0, 0, 0, 0]), 'workshop.haircuts'],
		[
			'a haircut above 1',
			(file) => (file.workshop.haircuts = [0, 0, 2, 0, 0, 0]),
			'workshop.haircuts.2'
		],
		[
			'a threshold without a rule',
			(file) => (file.workshop.policy = { thresholds: { costShare: 1 } }),
			'workshop.policy.thresholds.costShare'
		],
		[
			'a text as a threshold',
			(file) => (file.workshop.policy = { thresholds: { 'D02.costShare': 'a' } }),
			'workshop.policy.thresholds.D02.costShare'
		],
		['an id with capitals', (file) => (file.workshop.id = 'First'), 'workshop.id'],
		['an id of 65 characters', (file) => (file.workshop.id = 'a'.repeat(65)), 'workshop.id'],
		[
			'an effect of no measure',
			(file) => (file.effects[0].measureIds = []),
			'effects.0.measureIds'
		],
		['strength 4', (file) => (file.effects[0].strength = 4), 'effects.0.strength'],
		[
			'evidence level 6',
			(file) => (file.effects[0].evidence.level = 6),
			'effects.0.evidence.level'
		],
		[
			'a scale of 6',
			(file) => (file.scenarios[0].choices[0].scale = 6),
			'scenarios.0.choices.0.scale'
		],
		[
			'a formula of 501 signs',
			(file) => (file.effects[0].formula = '1'.repeat(501)),
			'effects.0.formula'
		],
		[
			'an input name with a space',
			(file) => (file.effects[0].inputs = [{ name: 'a b', quantity: 1 }]),
			'effects.0.inputs.0.name'
		]
	];

	test.each(cases)('%s is refused where it stands', (_what, change, path) => {
		expect(pathsAfter(change)).toEqual([path]);
	});

	test('an infinite number is refused, because it cannot be written again', () => {
		const text = exampleText('minimal.en').replace('"likely": 10000', '"likely": 1e999');
		expect(parseWorkshopFile(text).problems.map(({ path }) => path)).toMatchObject([
			'measures.0.contributions.0.amount.likely'
		]);
	});
});

test('a problem says what was found, however long it is, and what belongs there', () => {
	const messageFor = (sector: unknown) =>
		problemsAfter((file) => (file.parties[0].sector = sector))[0]?.message.split(', but')[0];
	expect(messageFor('bank')).toBe('Found "bank"');
	expect(messageFor('b'.repeat(40))).toBe(`Found "${'b'.repeat(40)}"`);
	expect(messageFor('b'.repeat(5000))).toBe(`Found "${'b'.repeat(39)}…"`);
	expect(messageFor(12)).toBe('Found 12');
	expect(messageFor(['bank'])).toBe('Found a list');
	expect(messageFor({})).toBe('Found an object');
	expect(messageFor(null)).toBe('Found null');
	expect(messageFor(undefined)).toBe('Found nothing');
});

describe('quantities', () => {
	const amount = 'effects.0.amount';
	const share = 'effects.0.deadweight';
	const cases: [string, string, unknown, string][] = [
		['a text', 'amount', '12', amount],
		['a list', 'amount', [1, 2, 3], amount],
		['a negative amount', 'amount', -1, amount],
		['a range without a highest value', 'amount', { low: 1, likely: 2 }, `${amount}.high`],
		['a negative lowest value', 'amount', { low: -1, likely: 2, high: 3 }, `${amount}.low`],
		['low above likely', 'amount', { low: 3, likely: 2, high: 4 }, amount],
		['likely above high', 'amount', { low: 1, likely: 5, high: 4 }, amount],
		[
			'confidence below a half',
			'amount',
			{ low: 1, likely: 2, high: 3, confidence: 0.4 },
			`${amount}.confidence`
		],
		[
			'confidence above 1',
			'amount',
			{ low: 1, likely: 2, high: 3, confidence: 80 },
			`${amount}.confidence`
		],
		['a lognormal that starts at 0', 'amount', { low: 0, high: 3 }, `${amount}.low`],
		['a lognormal upside down', 'amount', { low: 4, high: 3 }, amount],
		[
			'a lognormal with a confidence',
			'amount',
			{ low: 1, high: 3, confidence: 0.8 },
			`${amount}.likely`
		],
		['a share above 1', 'deadweight', 1.1, share],
		[
			'a share with a highest value above 1',
			'deadweight',
			{ low: 0, likely: 0.5, high: 1.5 },
			`${share}.high`
		],
		['a lognormal share', 'deadweight', { low: 0.1, high: 0.2 }, `${share}.likely`]
	];

	test.each(cases)('%s is refused', (_what, field, quantity, path) => {
		expect(pathsAfter((file) => (file.effects[0][field] = quantity))).toEqual([path]);
	});

	test('a range for an amount may be a point, a range, a lognormal, null or left out', () => {
		for (const quantity of [
			0,
			{ low: 1, likely: 1, high: 1, confidence: 0.5 },
			{ low: 2, high: 2 },
			null
		]) {
			const value = exampleValue('minimal.en');
			value.effects[0].amount = quantity;
			expect(parseWorkshopValue(value).file?.effects[0]?.amount).toEqual(quantity);
		}
	});

	test('only an input of a formula may be negative', () => {
		const value = exampleValue('minimal.en');
		const quantity = { low: -3, likely: -2, high: 5 };
		value.effects[0].inputs = [{ name: 'balance', quantity }];
		expect(parseWorkshopValue(value).file?.effects[0]?.inputs[0]?.quantity).toEqual(quantity);
		value.effects[0].unitValue = quantity;
		expect(parseWorkshopValue(value).problems.map(({ path }) => path)).toMatchObject([
			'effects.0.unitValue.low',
			'effects.0.unitValue.likely'
		]);
	});
});

describe('dates', () => {
	test.each([
		'2027-02-29',
		'2027-04-31',
		'2100-02-29',
		'2027-13-01',
		'2027-00-10',
		'27-01-01',
		20270101
	])('%s is refused as the date of a review', (date) => {
		const change = (file: Json) => (file.scenarios[0].reviews = [{ date }]);
		expect(pathsAfter(change)).toEqual(['scenarios.0.reviews.0.date']);
	});

	test.each(['2028-02-29', '2000-02-29', '2027-12-31'])('%s is a date', (date) => {
		const value = exampleValue('minimal.en');
		value.scenarios[0].reviews = [{ date }];
		expect(parseWorkshopValue(value).problems).toEqual([]);
	});

	test('a month, a period and the date of an investigation are checked too', () => {
		expect(
			pathsAfter((file) => {
				file.indicators[0].nextRelease = '2027-13';
				file.indicators[0].observations[0].period = '2027-Q5';
				file.challenges[0].investigateBy = '2027-06-31';
			}, demo)
		).toMatchObject([
			'indicators.0.nextRelease',
			'indicators.0.observations.0.period',
			'challenges.0.investigateBy'
		]);
	});
});

test('every problem of a file is given at once', () => {
	const paths = pathsAfter((file) => {
		delete file.workshop.title;
		file.parties[0].sector = 'bank';
		file.measures[0].leadPartyId = 'nobody';
		file.measures[0].contributions[0].amount.low = 1e9;
		file.effects[0].probability = 2;
		file.effects[0].recipients[0].partyId = 'nobody';
		file.effects[0].formula = 'import("fs")';
		file.scenarios[0].id = 'do-nothing';
	});
	expect(paths.toSorted()).toMatchObject([
		'effects.0.formula',
		'effects.0.probability',
		'effects.0.recipients.0.partyId',
		'measures.0.contributions.0.amount',
		'measures.0.leadPartyId',
		'parties.0.sector',
		'scenarios.0.id',
		'workshop.title'
	]);
});

test('no more than 200 problems and 200 warnings are given, however many there are', () => {
	const value = exampleValue('minimal.en');
	value.parties = Array.from({ length: 300_000 }, () => 1);
	value.indicators = Array.from({ length: 300_000 }, () => ({ a: 1 }));
	const { problems, warnings } = parseWorkshopValue(value);
	expect(problems).toHaveLength(200);
	expect(warnings).toHaveLength(200);
});

test('a hundred thousand thresholds without a rule do not take the program down', () => {
	const thresholds = Object.fromEntries(Array.from({ length: 100_000 }, (_, k) => [`t${k}`, 1]));
	const problems = problemsAfter((file) => (file.workshop.policy = { thresholds }));
	expect(problems).toHaveLength(200);
});
