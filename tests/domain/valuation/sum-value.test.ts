import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import type { Distribution } from '#lib/domain/valuation/distribution.ts';
import { newParty } from '#lib/domain/party.ts';
import { moneyWorkshop, oneMeasure } from './workshops.ts';

/** Two purses and people. */
const mixedWorkshop = moneyWorkshop.map((file) => ({
	...file,
	parties: file.parties.map((party) =>
		party.id === 'people' ? { ...party, kind: 'people' as const } : party
	)
}));

const options = { samplesPerReplicate: 64, replicates: 2 };

function sumsOf(file: WorkshopFile, engine = createEngine(options)) {
	const { scenarios } = engine.evaluate(file, { detailsOf: 'all' });
	const value = scenarios.find(({ id }) => id === 'all');
	if (!value?.sums) throw new Error('The scenario named "all" was valued without its sums.');
	return { value, sums: value.sums };
}

const shares = ['p5', 'p25', 'p50', 'p75', 'p95'] as const;

describe('sums over several parties', () => {
	test('have the means of what stands beside them added up, purses and people apart', () => {
		fc.assert(
			fc.property(mixedWorkshop, (file) => {
				const { value, sums } = sumsOf(file);
				const room = 1e-9 * (1 + value.benefit.mean - value.harm.mean + value.cost.mean);
				for (const column of ['pays', 'receives', 'net'] as const)
					for (const kind of ['people', 'budget'] as const) {
						const own = value.parties.filter((_, place) => file.parties[place]?.kind === kind);
						const added = own.reduce((sum, party) => sum + party[column].mean, 0);
						expect(Math.abs(sums.groups[kind][column].mean - added)).toBeLessThanOrEqual(room);
					}
				const supported = Object.values(sums.support).reduce((sum, { mean }) => sum + mean, 0);
				expect(Math.abs(supported - value.benefit.mean)).toBeLessThanOrEqual(room);
			}),
			{ seed: 61, numRuns: 40 }
		);
	});

	test('have the range of the party itself when there is one of its sort', () => {
		fc.assert(
			fc.property(mixedWorkshop, (file) => {
				const { value, sums } = sumsOf(file);
				for (const kind of ['people', 'budget'] as const) {
					const own = value.parties.filter((_, place) => file.parties[place]?.kind === kind);
					if (own.length !== 1) continue;
					for (const column of ['pays', 'receives', 'net'] as const)
						for (const share of shares)
							expect(sums.groups[kind][column][share]).toBe(own[0]?.[column][share]);
				}
			}),
			{ seed: 62, numRuns: 60 }
		);
	});

	test('are narrower than the ranges of the rows together, because fortunes differ', () => {
		const amount = { low: 50, likely: 100, high: 150 };
		const effects = ['one', 'two'].map((partyId) => ({
			...{ id: `to-${partyId}`, amount },
			recipients: [{ partyId, share: 1, certain: false }]
		}));
		const parties = ['one', 'two'].map((id) => newParty(id, { name: id, kind: 'budget' }));
		const { value, sums } = sumsOf(
			oneMeasure(effects, { parties }),
			createEngine({ samplesPerReplicate: 4096, replicates: 1 })
		);
		const width = ({ p5, p95 }: Distribution) => p95 - p5;
		const rows = value.parties.reduce((sum, { receives }) => sum + width(receives), 0);
		expect(width(sums.groups.budget.receives) / rows).toBeCloseTo(Math.SQRT1_2, 1);
	});

	test('are the same bytes when parties and effects change places', () => {
		fc.assert(
			fc.property(mixedWorkshop, (file) => {
				const turned = {
					...file,
					parties: file.parties.toReversed(),
					effects: file.effects.toReversed()
				};
				const ranges = (of: WorkshopFile) => withoutMeans(sumsOf(of).sums);
				expect(ranges(turned)).toEqual(ranges(file));
			}),
			{ seed: 64, numRuns: 40 }
		);
	});

	test('kept up to date while a card is edited are those of a fresh computation', () => {
		fc.assert(
			fc.property(mixedWorkshop, fc.nat(), (file, chosen) => {
				fc.pre(file.effects.length > 0);
				const place = chosen % file.effects.length;
				const level = file.effects[place]?.evidence.level === 5 ? 0 : 5;
				const edited = {
					...file,
					effects: file.effects.map((effect, at) =>
						at === place
							? { ...effect, deadweight: 0.25, evidence: { ...effect.evidence, level } as const }
							: effect
					)
				};
				const engine = createEngine(options);
				sumsOf(file, engine);
				expect(sumsOf(edited, engine).sums).toEqual(sumsOf(edited).sums);
			}),
			{ seed: 65, numRuns: 40 }
		);
	});

	test('are worked out for the scenario asked for alone', () => {
		fc.assert(
			fc.property(mixedWorkshop, (file) => {
				const { scenarios } = createEngine(options).evaluate(file);
				expect(scenarios.map(({ sums }) => sums)).toEqual(scenarios.map(() => null));
			}),
			{ seed: 66, numRuns: 5 }
		);
	});
});

/** Means are added up in the order of the cards, and may differ in their last bit. */
function withoutMeans(value: unknown): unknown {
	return JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === 'mean' ? 0 : one)));
}
