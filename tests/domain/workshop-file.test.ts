import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	parseWorkshopFile,
	parseWorkshopValue,
	serialiseWorkshopFile
} from '#lib/domain/workshop-file.ts';
import { workshopFile } from './arbitraries.ts';
import { exampleNames, exampleText, exampleValue } from './examples.ts';

describe.each(exampleNames)('the example workshop %s', (name) => {
	test('is read without problems and without warnings', () => {
		const { file, problems, warnings } = parseWorkshopFile(exampleText(name));
		expect(problems).toEqual([]);
		expect(warnings).toEqual([]);
		expect(file?.workshop.id).toBe(exampleValue(name).workshop.id);
	});

	test('keeps every value it states when it is written again', () => {
		const { file } = parseWorkshopFile(exampleText(name));
		expect(JSON.parse(serialiseWorkshopFile(file!))).toMatchObject(exampleValue(name));
	});

	test('is equal after writing and reading, and its text no longer changes', () => {
		const { file } = parseWorkshopFile(exampleText(name));
		const text = serialiseWorkshopFile(file!);
		const again = parseWorkshopFile(text);
		expect(again.file).toStrictEqual(file);
		expect(serialiseWorkshopFile(again.file!)).toBe(text);
	});
});

describe('a workshop file', () => {
	test('comes back exactly as it was, whatever the workshop', () => {
		fc.assert(
			fc.property(workshopFile, (file) => {
				const parsed = parseWorkshopFile(serialiseWorkshopFile(file));
				expect(parsed.problems).toEqual([]);
				expect(parsed.warnings).toEqual([]);
				expect(parsed.file).toStrictEqual(file);
			}),
			{ seed: 20270101, numRuns: 120 }
		);
	});

	test('gives the same text whatever the order of its keys', () => {
		const reversed = JSON.parse(exampleText('demo-riverside.en'), (_key, value) =>
			value && typeof value === 'object' && !Array.isArray(value)
				? Object.fromEntries(Object.entries(value).toReversed())
				: value
		);
		const same = exampleValue('demo-riverside.en');
		same.workshop.policy.thresholds = { 'C15.overall': 0.5, 'D02.costShare': 0.3 };
		reversed.workshop.policy.thresholds = { 'D02.costShare': 0.3, 'C15.overall': 0.5 };
		const text = (value: unknown) => serialiseWorkshopFile(parseWorkshopValue(value).file!);
		expect(text(reversed)).toBe(text(same));
	});

	test('is read from UTF-8 bytes with or without a byte order mark', () => {
		const bytes = new TextEncoder().encode(`\uFEFF${exampleText('demo-molenwijk.nl')}`);
		expect(parseWorkshopFile(bytes).file).toEqual(
			parseWorkshopFile(exampleText('demo-molenwijk.nl')).file
		);
		expect(parseWorkshopFile(`\uFEFF${exampleText('minimal.en')}`).problems).toEqual([]);
	});

	test('gets every default when it states only what is required', () => {
		const { file } = parseWorkshopValue({
			format: 'tegenwicht/workshop',
			version: 1,
			workshop: { id: 'a', title: 'A', startYear: 2030, horizonYears: 3 },
			measures: [{ id: 'm', title: 'M', type: 'other', domain: 'social', influence: 'own' }],
			effects: [{ id: 'e', title: 'E', measureIds: ['m'], direction: 'harm', dimension: 'safety' }]
		});
		expect(file).toStrictEqual({
			format: 'tegenwicht/workshop',
			version: 1,
			workshop: {
				id: 'a',
				title: 'A',
				question: '',
				language: 'nl',
				startYear: 2030,
				priceYear: 2030,
				horizonYears: 3,
				discountRate: 0.0225,
				discountTiming: 'start',
				haircuts: [0.4, 0.4, 0.25, 0.15, 0.1, 0.05],
				people: { facilitator: 0, participant: 0, critic: 0 },
				policy: {
					liveabilityNormPerDwelling: 125,
					minGroupSize: 5,
					minCellSize: 10,
					electionYears: [],
					thresholds: {}
				}
			},
			parties: [],
			indicators: [],
			causes: [],
			measures: [
				{
					...{ id: 'm', title: 'M', description: '', type: 'other', domain: 'social' },
					...{ leadPartyId: null, ownerName: '', scale: 'full', startMonth: 0 },
					...{ durationMonths: null, minLeadMonths: null, reach: null, libraryId: null },
					...{ dependsOn: [], influence: 'own', flags: [], keyStaffMonths: null },
					...{ fundingUntilYear: null, legalBasis: '', demandEvidence: '' },
					...{ exitCondition: '', targetProfile: [], contributions: [] }
				}
			],
			effects: [
				{
					...{ id: 'e', title: 'E', measureIds: ['m'], because: '', direction: 'harm' },
					...{ dimension: 'safety', indicatorId: null, claim: 'none', leadsToEffectId: null },
					...{ strength: null, amount: null, unit: '', formula: '', inputs: [] },
					...{ unitValue: null, unitValueSource: '', probability: 1, deadweight: null },
					...{ attributionToOthers: null, displacement: null, dropOff: 0, startMonth: 0 },
					...{ durationMonths: null, recipients: [], otherArea: false, maxPerPerson: null },
					evidence: { level: null, scope: null, localCheck: false, references: [] },
					initiatorPartyId: null
				}
			],
			scenarios: [],
			rounds: [],
			challenges: []
		});
	});

	test('knows no minus zero, which its text could not tell from zero', () => {
		const value = exampleValue('minimal.en');
		value.effects[0].deadweight = -0;
		value.effects[0].inputs = [{ name: 'n', quantity: { low: -0, likely: 0, high: -0 } }];
		const { file } = parseWorkshopValue(value);
		expect(file?.effects[0]?.deadweight).toBe(0);
		expect(file?.effects[0]?.inputs[0]?.quantity).toStrictEqual({ low: 0, likely: 0, high: 0 });
	});

	test('never shares a default between two workshops', () => {
		const one = parseWorkshopFile(exampleText('minimal.en')).file!;
		one.workshop.haircuts[0] = 1;
		one.workshop.policy.electionYears.push(2030);
		one.workshop.policy.thresholds['D02.costShare'] = 1;
		one.measures[0]!.flags.push('temporary');
		const { file } = parseWorkshopFile(exampleText('minimal.en'));
		expect(file?.workshop.haircuts[0]).toBe(0.4);
		expect(file?.workshop.policy.electionYears).toEqual([]);
		expect(file?.workshop.policy.thresholds).toEqual({});
		expect(file?.measures[0]?.flags).toEqual([]);
	});
});

describe('a key that is not part of a workshop file', () => {
	test('is left out with a warning that says where it was', () => {
		const value = exampleValue('minimal.en');
		value.mood = 'good';
		value.effects[0].recipients[0].note = 'x';
		value.measures[0].contributions[0].amount.shape = 'pert';
		const { file, problems, warnings } = parseWorkshopValue(value);
		expect(problems).toEqual([]);
		expect(warnings.map(({ path }) => path)).toEqual([
			'measures.0.contributions.0.amount.shape',
			'effects.0.recipients.0.note',
			'mood'
		]);
		expect(file).toEqual(parseWorkshopFile(exampleText('minimal.en')).file);
	});

	test('is also warned about when something else in the same record is wrong', () => {
		const value = exampleValue('minimal.en');
		value.parties[0].mood = 'good';
		value.parties[0].name = 3;
		const { problems, warnings } = parseWorkshopValue(value);
		expect(problems.map(({ path }) => path)).toEqual(['parties.0.name']);
		expect(warnings.map(({ path }) => path)).toEqual(['parties.0.mood']);
	});

	test('does no harm when it is named after a prototype', () => {
		const hostile = exampleText('minimal.en').replace(
			'"id": "first-try",',
			'"id": "first-try", "__proto__": { "polluted": 1 }, "constructor": { "prototype": { "polluted": 1 } },'
		);
		const { file, warnings } = parseWorkshopFile(hostile);
		expect(warnings.map(({ path }) => path)).toEqual([
			'workshop.__proto__',
			'workshop.constructor'
		]);
		expect(file?.workshop).not.toHaveProperty('polluted');
		expect({}).not.toHaveProperty('polluted');
	});

	test('is a problem among the thresholds, where every name means something', () => {
		const hostile = exampleText('minimal.en').replace(
			'"id": "first-try",',
			'"id": "first-try", "policy": { "thresholds": { "__proto__": 1, "D02.costShare": 0.3 } },'
		);
		const { problems } = parseWorkshopFile(hostile);
		expect(problems.map(({ path }) => path)).toEqual(['workshop.policy.thresholds.__proto__']);
	});
});
