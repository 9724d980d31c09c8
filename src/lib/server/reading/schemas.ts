import * as v from 'valibot';
import { targetSchema } from '#lib/domain/challenge.ts';
import { contributionSchema } from '#lib/domain/contribution.ts';
import { workshopFileSchema } from '#lib/domain/workshop-file.ts';

/** Euros of the workshop's price year, discounted: the mean and where outcomes lie. */
const distributionSchema = v.object({
	mean: v.number(),
	p5: v.number(),
	p25: v.number(),
	p50: v.number(),
	p75: v.number(),
	p95: v.number()
});

const partySchema = v.object({
	id: v.string(),
	pays: distributionSchema,
	receives: distributionSchema,
	net: distributionSchema
});

const scenarioSchema = v.object({
	id: v.string(),
	title: v.string(),
	benefit: distributionSchema,
	harm: distributionSchema,
	cost: distributionSchema,
	net: distributionSchema,
	correctedNet: distributionSchema,
	chanceNetPositive: v.number(),
	paybackYear: v.nullable(v.number()),
	support: v.object({ substantiated: v.number(), plausible: v.number(), wish: v.number() }),
	parties: v.array(partySchema),
	unallocated: distributionSchema,
	effects: v.array(
		v.object({
			id: v.string(),
			value: v.nullable(distributionSchema),
			invalid: v.nullable(v.string())
		})
	),
	notInEuros: v.array(v.string()),
	tornado: v.array(
		v.object({
			target: targetSchema,
			low: v.number(),
			high: v.number(),
			switchingValue: v.nullable(v.number())
		})
	)
});

/** What the scenarios are worth, doing nothing first, as the command `evaluate` gives it. */
const resultsSchema = v.object({
	engine: v.object({ version: v.string(), seed: v.number(), samples: v.number() }),
	scenarios: v.array(scenarioSchema),
	comparison: v.array(
		v.object({ id: v.string(), chanceBest: v.number(), expectedRegret: v.number() })
	)
});

/** What the built-in critic asks, as the command `criticise` gives it. */
const findingsSchema = v.object({
	findings: v.array(
		v.object({
			rule: v.string(),
			outcome: v.picklist(['fail', 'review']),
			severity: v.picklist([1, 2, 3]),
			target: targetSchema,
			scenario: v.nullable(v.string()),
			values: v.record(v.string(), v.unknown())
		})
	)
});

/** Who does what, with what, from when, and whether it is promised, over all measures. */
const agreementsSchema = v.object({
	agreements: v.array(
		v.object({
			party: v.string(),
			measure: v.string(),
			lead: v.nullable(v.string()),
			owner: v.string(),
			/** Months after 1 January of `startYear`. */
			startMonth: v.number(),
			contribution: contributionSchema
		})
	)
});

/** Every answer that other programs can ask for, by its path. */
export const answers = {
	'/api/v1/workshop': {
		summary: 'The workshop as a file: everything on the board, never a name of a participant.',
		schema: workshopFileSchema
	},
	'/api/v1/results': {
		summary: 'What every scenario is worth: 16,384 samples, seed 1.',
		schema: resultsSchema
	},
	'/api/v1/findings': {
		summary: 'What the built-in critic asks, heaviest first.',
		schema: findingsSchema
	},
	'/api/v1/agreements': {
		summary: 'What every party puts into every measure.',
		schema: agreementsSchema
	}
} as const;
