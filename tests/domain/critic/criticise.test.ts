import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Critic, criticise } from '#lib/domain/critic/criticise.ts';
import { byWeight } from '#lib/domain/critic/finding.ts';
import type { Finding } from '#lib/domain/critic/finding.ts';
import { drawWorkshop } from '#lib/domain/critic/sketch.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import { parseWorkshopFile, parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { workshopFile } from '../arbitraries.ts';
import { exampleText, exampleValue } from '../examples.ts';

const demo = parseWorkshopFile(exampleText('demo-molenwijk.nl')).file!;

describe('any valid workshop', () => {
	test('is judged without a mistake: every finding is about something that is there', () => {
		fc.assert(
			fc.property(workshopFile, (file) => {
				for (const finding of criticise(file).findings) expectToBeAbout(finding, file);
			}),
			{ seed: 1, numRuns: 300 }
		);
	});

	test('gives its findings in order, and the same ones each time', () => {
		fc.assert(
			fc.property(workshopFile, (file) => {
				const { findings } = criticise(file);
				expect(findings).toEqual(criticise(structuredClone(file)).findings);
				expect(findings).toEqual(findings.toSorted(byWeight));
				expect(JSON.parse(JSON.stringify(findings))).toEqual(findings);
			}),
			{ seed: 2, numRuns: 100 }
		);
	});

	test('is not changed by being judged', () => {
		fc.assert(
			fc.property(workshopFile, (file) => {
				const before = structuredClone(file);
				criticise(file);
				expect(file).toEqual(before);
			}),
			{ seed: 3, numRuns: 50 }
		);
	});
});

test('no two findings say the same', () => {
	fc.assert(
		fc.property(workshopFile, (file) => {
			const names = criticise(file).findings.map((finding) => JSON.stringify(finding));
			expect(new Set(names).size).toBe(names.length);
		}),
		{ seed: 4, numRuns: 100 }
	);
});

describe('a critic that remembers', () => {
	test('says after each of many edits what a new critic says', () => {
		fc.assert(
			fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (edits) => {
				const critic = new Critic();
				let file = demo;
				critic.judge(file);
				for (const step of edits) {
					file = edited(file, step);
					expect(critic.judge(file)).toEqual(new Critic().judge(file));
				}
			}),
			{ seed: 5, numRuns: 60 }
		);
	});

	test('keeps a finding the same object as long as nothing about it changed', () => {
		const critic = new Critic();
		const before = critic.judge(demo).findings;
		const [first, ...others] = demo.effects;
		const after = critic.judge({
			...demo,
			effects: [{ ...first!, title: 'Iets anders' }, ...others]
		});
		const kept = after.findings.filter((finding) => before.includes(finding));
		expect(kept.length).toBeGreaterThan(before.length / 2);
	});

	test('gives the same list when asked again about the same workshop', () => {
		const critic = new Critic();
		const { findings } = critic.judge(demo);
		expect(critic.judge(demo).findings).toBe(findings);
	});

	test('judges two workshops in turn without mixing them up', () => {
		const riverside = parseWorkshopFile(exampleText('demo-riverside.en')).file!;
		const critic = new Critic();
		for (const file of [demo, riverside, demo, riverside])
			expect(critic.judge(file)).toEqual(criticise(file));
	});
});

describe('one scenario', () => {
	const all = criticise(demo).findings;

	test.each(demo.scenarios)(
		'$id has no findings of others or on what is not in it',
		({ id, choices }) => {
			const isIn = (measureId: string) =>
				choices.some(
					(choice) =>
						choice.measureId === measureId && !['no', 'later'].includes(choice.decision ?? '')
				);
			const { findings } = criticise(demo, { scenario: id });
			const expected = all.filter(({ scenario, target }) => {
				if (scenario !== null && scenario !== id) return false;
				const effect = target.kind === 'effect' && demo.effects.find((one) => one.id === target.id);
				if (effect) return effect.measureIds.every(isIn);
				return target.kind !== 'measure' || isIn(target.id);
			});
			expect(findings).toEqual(expected);
			expect(findings.length).toBeLessThan(all.length);
		}
	);

	test('doing nothing leaves only what is not about measures, effects or scenarios', () => {
		const kinds = criticise(demo, { scenario: doNothingId }).findings.map(
			({ target }) => target.kind
		);
		expect(new Set(kinds)).toEqual(new Set(['cause', 'indicator', 'party', 'round']));
	});
});

describe('today', () => {
	const sound = parseWorkshopFile(exampleText('sound-example.nl')).file!;
	const rulesOn = (today?: string) => [
		...new Set(criticise(sound, { today }).findings.map(({ rule }) => rule))
	];

	test('is 1 January of the first year unless given', () => {
		expect(rulesOn()).toEqual(rulesOn('2027-01-01'));
		expect(rulesOn()).toEqual([]);
	});

	test('makes a review due and a baseline old once it has passed', () => {
		expect(rulesOn('2028-01-01')).toEqual([]);
		expect(rulesOn('2028-01-02')).toEqual(['O02']);
		expect(rulesOn('2029-03-01')).not.toContain('O08');
		expect(rulesOn('2029-03-02')).toContain('O08');
	});
});

describe('the thresholds of a group', () => {
	function findingsWith(thresholds: Record<string, number | string[]>) {
		const value = exampleValue('demo-molenwijk.nl');
		value.workshop.policy.thresholds = thresholds;
		const { findings, ignored } = criticise(parseWorkshopValue(value).file!);
		return { rules: new Set(findings.map(({ rule }) => rule)), ignored };
	}

	test.each([
		['C09', { 'C09.minLength': 1 }],
		['D03', { 'D03.benefitShare': 1 }],
		['C12', { 'C12.types': [] }],
		['K03', { 'K03.safety': ['housing-association'], 'K03.housing': [], 'K03.amenities': [] }],
		['M03', { 'M03.width': 0.01 }],
		['T05', { 'T05.toleranceMonths': 600 }]
	])('silence rule %s when they are set to %j', (rule, thresholds) => {
		expect(findingsWith({}).rules).toContain(rule);
		const { rules, ignored } = findingsWith(thresholds);
		expect(ignored).toEqual([]);
		if (rule !== 'K03') expect(rules).not.toContain(rule);
	});

	test('make a rule speak that was silent', () => {
		expect(findingsWith({}).rules).not.toContain('M04');
		const { findings } = criticise(
			drawWorkshop({
				workshop: { policy: { thresholds: { 'M04.minEffects': 2 } } },
				effects: [{}, {}]
			})
		);
		expect(findings.map(({ rule }) => rule)).toContain('M04');
	});

	test('that no rule has or that are of the wrong type are left out and reported', () => {
		const { rules, ignored } = findingsWith({
			'C09.minLength': ['1'],
			'C09.maxLength': 1,
			'X01.share': 1,
			'C12.types': 1,
			'C05.constructor': 1
		});
		expect(ignored).toEqual([
			{ name: 'C09.minLength', reason: 'wrong-type' },
			{ name: 'C09.maxLength', reason: 'unknown' },
			{ name: 'X01.share', reason: 'unknown' },
			{ name: 'C12.types', reason: 'wrong-type' },
			{ name: 'C05.constructor', reason: 'unknown' }
		]);
		expect(rules).toEqual(findingsWith({}).rules);
	});
});

const lists = [
	...(['parties', 'indicators', 'causes', 'measures', 'effects'] as const),
	...(['scenarios', 'rounds', 'challenges'] as const)
] as const;

/** Copies one field of a record from another of its kind, removes a record (one in eleven), or changes a setting. */
const edit = fc.record({
	list: fc.constantFrom(...lists, 'workshop' as const),
	to: fc.nat(),
	from: fc.nat(),
	field: fc.nat()
});

type Edit = { list: (typeof lists)[number] | 'workshop'; to: number; from: number; field: number };

function edited(file: WorkshopFile, { list, to, from, field }: Edit): WorkshopFile {
	if (list === 'workshop') return withSetting(file, to);
	const records: readonly { id: string }[] = file[list];
	if (records.length === 0) return file;
	const target = to % records.length;
	if (field % 11 === 0) return { ...file, [list]: records.filter((_, index) => index !== target) };
	const donor = records[from % records.length]!;
	const names = Object.keys(donor).filter((name) => name !== 'id');
	const name = names[field % names.length]!;
	const copied = records.map((record, index) =>
		index === target
			? { ...record, [name]: Object.entries(donor).find(([key]) => key === name)?.[1] }
			: record
	);
	return { ...file, [list]: copied };
}

function withSetting(file: WorkshopFile, choice: number): WorkshopFile {
	const { workshop } = file;
	const changes = [
		{ title: `Title ${choice}` },
		{ horizonYears: 1 + (choice % 20) },
		{ area: workshop.area && { ...workshop.area, associationShare: (choice % 100) / 100 } },
		{ policy: { ...workshop.policy, thresholds: { 'C09.minLength': choice % 80 } } },
		{ people: { ...workshop.people, critic: choice % 2 } }
	];
	return { ...file, workshop: { ...workshop, ...changes[choice % changes.length] } };
}

function expectToBeAbout(
	{ target, scenario, values, severity }: Finding,
	file: WorkshopFile
): void {
	const { kind, id } = target;
	const list = kind === 'party' ? 'parties' : (`${kind}s` as const);
	const known =
		list === 'workshops' ? [file.workshop] : (file[list] as readonly { readonly id: string }[]);
	const ids = [...known.map((record) => record.id), ...(kind === 'scenario' ? [doNothingId] : [])];
	expect(ids).toContain(id);
	if (scenario !== null) expect(file.scenarios.map((one) => one.id)).toContain(scenario);
	expect([1, 2, 3]).toContain(severity);
	for (const value of Object.values(values))
		expect(typeof value !== 'number' || Number.isFinite(value)).toBe(true);
}
