import * as v from 'valibot';
import { observationStatuses } from '#lib/domain/area/area-observation.ts';
import { targetSchema } from '#lib/domain/challenge.ts';
import { contributionSchema } from '#lib/domain/contribution.ts';
import { forecastFormat, forecastVersion } from '#lib/domain/forecast/forecast.ts';
import { signOffSchema } from '#lib/domain/forecast/sign-off.ts';
import { statedExpectationSchema } from '#lib/domain/forecast/stated-expectation.ts';
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

const engineSchema = v.object({ version: v.string(), seed: v.number(), samples: v.number() });

/** What the scenarios are worth, doing nothing first, as the command `evaluate` gives it. */
const resultsSchema = v.object({
	engine: engineSchema,
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

const { indicatorId: _indicator, date: _date, ...stated } = statedExpectationSchema.entries;
const { scenarioId: _scenario, ...signOff } = signOffSchema.entries;

/** What was sealed, in the order of sealing; `sha256` is over the canonical JSON (RFC 8785) of `content`. */
const forecastsSchema = v.object({
	forecasts: v.array(
		v.object({
			sha256: v.string(),
			content: v.object({
				format: v.literal(forecastFormat),
				version: v.literal(forecastVersion),
				number: v.number(),
				previous: v.nullable(v.string()),
				sealedAt: v.string(),
				scenarioId: v.string(),
				workshop: workshopFileSchema,
				expectations: v.array(
					v.object({
						indicatorId: v.string(),
						date: v.string(),
						owner: v.string(),
						comparisonArea: v.nullable(v.string()),
						stated: v.nullable(v.object(stated))
					})
				),
				outcomes: v.object({
					engine: engineSchema,
					scenarios: v.array(scenarioSchema)
				}),
				open: v.object({
					findings: v.array(v.unknown()),
					challengeIds: v.array(v.string()),
					reason: v.string()
				}),
				signOffs: v.array(v.object(signOff)),
				watches: v.optional(
					v.array(
						v.object({ id: v.string(), text: v.string(), indicatorId: v.nullable(v.string()) })
					)
				)
			})
		})
	)
});

/** A value that is missing, hidden or not published is null, with why in `status`. */
const figuresSchema = v.object({
	indicators: v.array(
		v.object({
			key: v.string(),
			name: v.string(),
			unit: v.string(),
			version: v.string(),
			periods: v.array(v.string()),
			areas: v.number()
		})
	),
	areas: v.array(v.object({ code: v.string(), name: v.string(), outlined: v.boolean() })),
	observations: v.array(
		v.object({
			area: v.string(),
			period: v.string(),
			indicator: v.string(),
			value: v.nullable(v.number()),
			status: v.picklist(observationStatuses),
			version: v.string()
		})
	)
});

/** An answer that other programs can ask for. */
export type Answer = {
	readonly summary: string;
	readonly schema: v.GenericSchema;
	/** What may follow the question mark, with an example; each may be repeated. */
	readonly query?: { readonly name: string; readonly about: string; readonly example: string };
};

/** Every answer that other programs can ask for, by its path. */
export const answers: Readonly<Record<string, Answer>> = {
	'/api/v1/workshop': {
		summary: 'The workshop as a file: everything on the board, never a name of a participant.',
		schema: workshopFileSchema
	},
	'/api/v1/results': {
		summary: 'What every scenario is worth: 16,384 samples, seed 1.',
		schema: resultsSchema
	},
	'/api/v1/findings': {
		summary: 'What the built-in critic and the organisation’s own record ask, heaviest first.',
		schema: findingsSchema
	},
	'/api/v1/agreements': {
		summary: 'What every party puts into every measure.',
		schema: agreementsSchema
	},
	'/api/v1/forecasts': {
		summary: 'The sealed forecasts, each as it was sealed, with the hash that holds it.',
		schema: forecastsSchema
	},
	'/api/v1/figures': {
		summary:
			'Which figures of which areas the workshop uses, and the values of the areas asked for.',
		schema: figuresSchema,
		query: {
			name: 'area',
			about: 'Code of an area whose values are wanted, at most 50.',
			example: 'BU05990110'
		}
	}
};
