import { describe, expect, test } from 'vitest';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { exampleValue } from './examples.ts';
import type { Json } from './examples.ts';

/** Breaks the English demo and gives the places of the problems that are then found. */
function pathsAfter(change: (file: Json) => void) {
	return problemsAfter(change).map(({ path }) => path);
}

function problemsAfter(change: (file: Json) => void) {
	const value = exampleValue('demo-riverside.en');
	change(value);
	const { file, problems } = parseWorkshopValue(value);
	expect(file === undefined).toBe(problems.length > 0);
	return problems;
}

describe('an id that refers to nothing', () => {
	const cases: [string, (file: Json) => void][] = [
		['causes.0.partyId', (file) => (file.causes[0].partyId = 'gone')],
		['causes.0.endorsedBy.0', (file) => (file.causes[0].endorsedBy = ['gone'])],
		['measures.0.leadPartyId', (file) => (file.measures[0].leadPartyId = 'gone')],
		['measures.0.dependsOn.0', (file) => (file.measures[0].dependsOn = ['gone'])],
		[
			'measures.0.contributions.0.partyId',
			(file) => (file.measures[0].contributions[0].partyId = 'gone')
		],
		['effects.0.measureIds.0', (file) => (file.effects[0].measureIds[0] = 'gone')],
		['effects.0.indicatorId', (file) => (file.effects[0].indicatorId = 'gone')],
		['effects.0.leadsToEffectId', (file) => (file.effects[0].leadsToEffectId = 'gone')],
		[
			'effects.0.recipients.0.partyId',
			(file) => (file.effects[0].recipients = [{ partyId: 'gone', share: 0.1 }])
		],
		['effects.0.initiatorPartyId', (file) => (file.effects[0].initiatorPartyId = 'gone')],
		[
			'scenarios.0.choices.0.measureId',
			(file) => (file.scenarios[0].choices[0].measureId = 'gone')
		],
		[
			'scenarios.0.reviews.0.indicatorIds.0',
			(file) => (file.scenarios[0].reviews = [{ date: '2028-01-01', indicatorIds: ['gone'] }])
		],
		[
			'scenarios.0.dissent.0.partyId',
			(file) => (file.scenarios[0].dissent = [{ partyId: 'gone', text: 'No.' }])
		],
		['rounds.0.effectId', (file) => (file.rounds[0].effectId = 'gone')],
		['rounds.0.estimates.0.partyId', (file) => (file.rounds[0].estimates[0].partyId = 'gone')],
		['challenges.0.answeredByPartyId', (file) => (file.challenges[0].answeredByPartyId = 'gone')]
	];

	test.each(cases)('is refused at %s', (path, change) => {
		const problems = problemsAfter(change);
		expect(problems).toMatchObject([
			{ path, message: expect.stringContaining('There is no "gone" in') }
		]);
	});

	test.each(['party', 'indicator', 'cause', 'measure', 'effect', 'scenario', 'round', 'workshop'])(
		'is refused as the target of a challenge about a %s',
		(kind) => {
			expect(pathsAfter((file) => (file.challenges[0].target = { kind, id: 'gone' }))).toEqual([
				'challenges.0.target.id'
			]);
		}
	);

	test.each(['inputs.gone', 'recipients.gone'])('is refused as a round about %s', (field) => {
		const change = (file: Json) => Object.assign(file.rounds[0], { field, estimates: [] });
		expect(pathsAfter(change)).toEqual(['rounds.0.field']);
	});
});

test('an id that cannot be one is said to be so, not to be missing as well', () => {
	const problems = problemsAfter((file) => (file.measures[0].leadPartyId = 'No Body'));
	expect(problems).toMatchObject([
		{ path: 'measures.0.leadPartyId', message: expect.stringContaining('must be an id') }
	]);
});

test('a challenge may be about the workshop itself and about doing nothing', () => {
	const paths = pathsAfter((file) => {
		file.challenges[0].target = { kind: 'workshop', id: 'riverside' };
		file.challenges[1].target = { kind: 'scenario', id: 'do-nothing' };
	});
	expect(paths).toEqual([]);
});

describe('what may occur once', () => {
	test.each([
		['parties', 'parties', 'id'],
		['indicators', 'indicators', 'id'],
		['causes', 'causes', 'id'],
		['measures', 'measures', 'id'],
		['effects', 'effects', 'id'],
		['scenarios', 'scenarios', 'id'],
		['rounds', 'rounds', 'id'],
		['challenges', 'challenges', 'id']
	])('is refused when two %s have the same id', (_what, list, field) => {
		const paths = pathsAfter((file) => file[list].push(structuredClone(file[list][0])));
		const last = exampleValue('demo-riverside.en')[list].length;
		expect(paths).toEqual([`${list}.${last}.${field}`]);
	});

	test('is an id of a contribution within its measure, not over all measures', () => {
		const contribution = { id: 'c', partyId: 'association', kind: 'other' };
		const twice = (file: Json) => (file.measures[0].contributions = [contribution, contribution]);
		expect(pathsAfter(twice)).toEqual(['measures.0.contributions.1.id']);
		const apart = (file: Json) => {
			file.measures[0].contributions = [contribution];
			file.measures[1].contributions = [contribution];
		};
		expect(pathsAfter(apart)).toEqual([]);
	});

	test('is a period of an indicator', () => {
		const observations = [
			{ period: '2025', value: 1 },
			{ period: '2026', value: 1 },
			{ period: '2025', value: 2 }
		];
		expect(pathsAfter((file) => (file.indicators[0].observations = observations))).toEqual([
			'indicators.0.observations.2.period'
		]);
	});

	test('is a recipient of an effect, a measure of a scenario and an input of a formula', () => {
		const paths = pathsAfter((file) => {
			const recipient = { partyId: 'association', share: 0.1 };
			file.effects[0].recipients = [recipient, recipient];
			file.effects[1].inputs = [
				{ name: 'n', quantity: 1 },
				{ name: 'n', quantity: 2 }
			];
			file.scenarios[0].choices.push(file.scenarios[0].choices[0]);
		});
		const last = exampleValue('demo-riverside.en').scenarios[0].choices.length;
		expect(paths.toSorted()).toEqual([
			'effects.0.recipients.1.partyId',
			'effects.1.inputs.1.name',
			`scenarios.0.choices.${last}.measureId`
		]);
	});

	test('is an id or flag in a list of ids or flags', () => {
		const paths = pathsAfter((file) => {
			file.causes[0].endorsedBy = ['association', 'association'];
			file.measures[0].flags = ['temporary', 'already-running', 'temporary'];
			file.effects[0].measureIds = [file.measures[0].id, file.measures[0].id];
		});
		expect(paths).toEqual([
			'causes.0.endorsedBy.1',
			'measures.0.flags.2',
			'effects.0.measureIds.1'
		]);
	});
});

describe('a loop', () => {
	test('is refused when measures wait for each other', () => {
		const problems = problemsAfter((file) => {
			const [one, two, three] = file.measures;
			one.dependsOn = [two.id];
			two.dependsOn = [three.id];
			three.dependsOn = [one.id];
		});
		expect(problems).toMatchObject([
			{ path: 'measures.2.dependsOn.0', message: expect.stringContaining('→') }
		]);
	});

	test('is refused when a measure waits for itself or an effect leads to itself', () => {
		const paths = pathsAfter((file) => {
			file.measures[3].dependsOn = [file.measures[3].id];
			file.effects[5].leadsToEffectId = file.effects[5].id;
		});
		expect(paths).toEqual(['measures.3.dependsOn.0', 'effects.5.leadsToEffectId']);
	});

	test('is not a measure that two others wait for', () => {
		const paths = pathsAfter((file) => {
			const [one, two, three, four] = file.measures;
			for (const measure of file.measures) measure.dependsOn = [];
			one.dependsOn = [two.id, three.id];
			two.dependsOn = [four.id];
			three.dependsOn = [four.id];
		});
		expect(paths).toEqual([]);
	});

	test('is found at the end of a chain of twenty thousand effects', () => {
		const paths = pathsAfter((file) => {
			const like = { ...file.effects[0], recipients: [] };
			const chain = Array.from({ length: 20_000 }, (_, index) => ({
				...like,
				id: `link-${index}`,
				leadsToEffectId: `link-${(index + 1) % 20_000}`
			}));
			file.effects.push(...chain);
		});
		const last = exampleValue('demo-riverside.en').effects.length + 19_999;
		expect(paths).toEqual([`effects.${last}.leadsToEffectId`]);
	});
});

describe('receipt shares', () => {
	const recipients = (...shares: unknown[]) =>
		['association', 'municipality', 'tenants'].map((partyId, index) => ({
			partyId,
			share: shares[index] ?? null
		}));

	test('are refused when their highest values add up to more than 1', () => {
		const shares = recipients(0.5, { low: 0.1, likely: 0.2, high: 0.6 });
		const problems = problemsAfter((file) => (file.effects[2].recipients = shares));
		expect(problems).toMatchObject([
			{ path: 'effects.2.recipients', message: expect.stringContaining('add up to 1.1') }
		]);
	});

	test('may add up to exactly 1, also where computers cannot write the parts exactly', () => {
		// In binary these three add up to 1.0000000000000002.
		const shares = recipients(0.33, 0.56, { low: 0, likely: 0, high: 0.11 });
		expect(pathsAfter((file) => (file.effects[2].recipients = shares))).toEqual([]);
	});

	test('may be unknown', () => {
		expect(pathsAfter((file) => (file.effects[2].recipients = recipients(1)))).toEqual([]);
	});
});

describe('a formula', () => {
	const fields = { amount: null, formula: 'homes * 2', inputs: [{ name: 'homes', quantity: 3 }] };

	test('is accepted when its inputs are there and the amount is empty', () => {
		expect(pathsAfter((file) => Object.assign(file.effects[0], fields))).toEqual([]);
	});

	test('is refused beside an amount', () => {
		expect(pathsAfter((file) => Object.assign(file.effects[0], fields, { amount: 0 }))).toEqual([
			'effects.0.amount'
		]);
	});

	test('is refused when it uses a name that is no input', () => {
		const problems = problemsAfter((file) =>
			Object.assign(file.effects[0], fields, { formula: 'homes * people' })
		);
		expect(problems).toMatchObject([
			{ path: 'effects.0.formula', message: expect.stringContaining('people') }
		]);
	});

	test('is refused with the place when it cannot be read', () => {
		const problems = problemsAfter((file) =>
			Object.assign(file.effects[0], fields, { formula: 'homes * [1]' })
		);
		expect(problems).toMatchObject([
			{ path: 'effects.0.formula', message: expect.stringContaining('at character 9') }
		]);
	});
});

describe('a round', () => {
	test('is refused when it is open and carries estimates', () => {
		const problems = problemsAfter((file) => (file.rounds[0].status = 'open'));
		expect(problems).toMatchObject([
			{ path: 'rounds.0.estimates', message: expect.stringContaining('blind') }
		]);
	});

	test('is refused when it is open and carries estimates, also when something else is wrong', () => {
		const paths = pathsAfter((file) => Object.assign(file.rounds[0], { status: 'open', note: 1 }));
		expect(paths).toEqual(['rounds.0.note', 'rounds.0.estimates']);
	});

	test('is refused when an estimate is out of order or cannot be that quantity', () => {
		const paths = pathsAfter((file) => {
			file.rounds[0].field = 'probability';
			file.rounds[0].estimates = [
				{ low: 0.5, likely: 0.4, high: 0.6 },
				{ low: 0.5, likely: 0.6, high: 60 }
			];
			file.rounds[1].estimates = [{ low: -1, likely: 0, high: 1 }];
		});
		expect(paths).toEqual([
			'rounds.0.estimates.0',
			'rounds.0.estimates.1.high',
			'rounds.1.estimates.0.low'
		]);
	});

	test('about an input of a formula may hold any number', () => {
		const paths = pathsAfter((file) => {
			file.rounds[0].field = 'inputs.balance';
			file.rounds[0].estimates = [{ low: -5, likely: 0, high: 1000 }];
			const effect = file.effects.find(({ id }: Json) => id === file.rounds[0].effectId);
			effect.inputs = [{ name: 'balance', quantity: null }];
		});
		expect(paths).toEqual([]);
	});

	test.each(['title', 'inputs.', 'recipients.A', '__proto__', 'inputs.a.b'])(
		'is refused when it is about %s, which is no quantity',
		(field) => {
			expect(pathsAfter((file) => (file.rounds[0].field = field))).toContain('rounds.0.field');
		}
	);
});
