import fc from 'fast-check';
import { newContribution } from '#lib/domain/contribution.ts';
import { newEffect, type Effect } from '#lib/domain/effect.ts';
import { newMeasure, type Measure } from '#lib/domain/measure.ts';
import { newParty } from '#lib/domain/party.ts';
import { newScenario } from '#lib/domain/scenario.ts';
import { newSettings, type Settings } from '#lib/domain/workshop.ts';
import { workshopFormat, workshopVersion, type WorkshopFile } from '#lib/domain/workshop-file.ts';
import { createEngine, type EngineOptions } from '#lib/domain/valuation/engine.ts';
import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import { amountQuantity, shareQuantity } from '../arbitraries/values.ts';

type Parts = Partial<Omit<WorkshopFile, 'workshop'>> & { workshop?: Partial<Settings> };

/** A workshop of one year without discounting, unless given otherwise. */
export function workshopOf({ workshop, ...parts }: Parts): WorkshopFile {
	return {
		format: workshopFormat,
		version: workshopVersion,
		workshop: newSettings('workshop', {
			title: 'Workshop',
			startYear: 2027,
			horizonYears: 1,
			discountRate: 0,
			...workshop
		}),
		parties: [],
		indicators: [],
		causes: [],
		measures: [],
		effects: [],
		scenarios: [],
		rounds: [],
		challenges: [],
		...parts
	};
}

/** A scenario named "all" with the named measures at scale 1. */
export function allOf(...measureIds: string[]) {
	const choices = measureIds.map((measureId) => ({ measureId, scale: 1, decision: 'do' as const }));
	return newScenario('all', { title: 'All', choices });
}

/** A workshop with one measure, one scenario with that measure, and the given effects of it. */
export function oneMeasure(
	effects: (Partial<Effect> & { id: string })[],
	{ measure, ...parts }: Parts & { measure?: Partial<Measure> } = {}
): WorkshopFile {
	return workshopOf({
		measures: [newMeasure('work', { title: 'Work', ...measure })],
		effects: effects.map(({ id, ...given }) =>
			newEffect(id, { title: id, measureIds: ['work'], unitValue: 1, ...given })
		),
		scenarios: [allOf('work')],
		...parts
	});
}

/** Values the scenario named "all". */
export function valueOfAll(file: WorkshopFile, options: EngineOptions = {}): ScenarioValue {
	const few = { samplesPerReplicate: 256, replicates: 1, ...options };
	const value = createEngine(few)
		.evaluate(file)
		.scenarios.find(({ id }) => id === 'all');
	if (!value) throw new Error('The workshop has no scenario named "all".');
	return value;
}

const partyIds = ['purse', 'people', 'other'];
const measureIds = ['one', 'two', 'three'];

const effectFields = fc.record({
	measureIds: fc.subarray(measureIds, { minLength: 1 }),
	direction: fc.constantFrom('benefit' as const, 'harm' as const),
	amount: amountQuantity,
	unitValue: amountQuantity,
	probability: shareQuantity(),
	deadweight: shareQuantity(),
	attributionToOthers: shareQuantity(),
	displacement: shareQuantity(),
	dropOff: shareQuantity(),
	startMonth: fc.nat({ max: 100 }),
	durationMonths: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
	recipients: fc.subarray(partyIds).chain((ids) =>
		fc.tuple(
			...ids.map((partyId) =>
				fc.record({
					partyId: fc.constant(partyId),
					share: shareQuantity(1 / ids.length),
					certain: fc.constant(false)
				})
			)
		)
	)
});

const contributionFields = fc.record({
	partyId: fc.constantFrom(...partyIds),
	amount: amountQuantity,
	timing: fc.constantFrom('once' as const, 'yearly' as const)
});

const measureFields = fc.record({
	startMonth: fc.nat({ max: 100 }),
	durationMonths: fc.option(fc.integer({ min: 1, max: 90 }), { nil: null }),
	contributions: fc
		.array(contributionFields, { maxLength: 3 })
		.map((list) => list.map((given, place) => newContribution(`c${place}`, given)))
});

const scenarioFields = fc.tuple(
	...measureIds.map((measureId) =>
		fc.record({
			measureId: fc.constant(measureId),
			scale: fc.integer({ min: 0, max: 50 }).map((tenths) => tenths / 10),
			decision: fc.constantFrom('do' as const, 'no' as const, 'later' as const, null)
		})
	)
);

/** Workshops in which money of every form occurs, in up to eight years. */
export const moneyWorkshop: fc.Arbitrary<WorkshopFile> = fc
	.record({
		years: fc.integer({ min: 1, max: 8 }),
		rate: fc.double({ min: 0, max: 0.3, noNaN: true }),
		timing: fc.constantFrom('start' as const, 'mid' as const, 'end' as const),
		measures: fc.tuple(measureFields, measureFields, measureFields),
		effects: fc.array(effectFields, { maxLength: 5 }),
		choices: scenarioFields
	})
	.map(({ years, rate, timing, measures, effects, choices }) =>
		workshopOf({
			workshop: { horizonYears: years, discountRate: rate, discountTiming: timing },
			parties: partyIds.map((id) => newParty(id, { name: id, kind: 'budget' })),
			measures: measures.map((given, place) =>
				newMeasure(measureIds[place] ?? '', { title: 'Measure', ...given })
			),
			effects: effects.map((given, place) => newEffect(`e${place}`, { title: 'Effect', ...given })),
			scenarios: [
				newScenario('all', { title: 'All', choices }),
				newScenario('first', { title: 'First', choices: choices.slice(0, 1) })
			]
		})
	);
