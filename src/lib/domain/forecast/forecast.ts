import * as v from 'valibot';
import { record } from '../field.ts';
import type { WorkshopFile } from '../workshop-file.ts';
import type { EvaluationReport } from '../valuation/report.ts';
import { canonicalJson } from './canonical-json.ts';
import type { SignOff } from './sign-off.ts';
import type { StatedExpectation } from './stated-expectation.ts';

export const forecastFormat = 'tegenwicht/forecast';
export const forecastVersion = 1;

/** A figure that a scenario is held to at a date to look back; null is that nobody stated a value. */
export type SealedExpectation = {
	readonly indicatorId: string;
	readonly date: string;
	readonly owner: string;
	readonly comparisonArea: string | null;
	readonly stated: Omit<StatedExpectation, 'indicatorId' | 'date'> | null;
};

/** Questions of severity 3 without an answer, and the reason that was typed to go on all the same. */
export type OpenAtSealing = {
	readonly findings: readonly unknown[];
	readonly challengeIds: readonly string[];
	readonly reason: string;
};

/** Something that could go wrong, as the group would notice it; never with who wrote it. */
export type SealedWatch = {
	readonly id: string;
	readonly text: string;
	readonly indicatorId: string | null;
};

/**
 * All that was expected of a scenario when it was sealed. Nothing in it changes afterwards.
 * `previous` is the hash of the workshop's forecast before this one, so that none can be taken out.
 */
export type ForecastContent = {
	readonly format: typeof forecastFormat;
	readonly version: typeof forecastVersion;
	/** 1 for the first forecast of a workshop. */
	readonly number: number;
	readonly previous: string | null;
	/** UTC, on the server's clock. */
	readonly sealedAt: string;
	readonly scenarioId: string;
	readonly workshop: WorkshopFile;
	readonly expectations: readonly SealedExpectation[];
	/** Outcomes of the scenario and of doing nothing, with engine version, seed and samples. */
	readonly outcomes: Pick<EvaluationReport, 'engine' | 'scenarios'>;
	readonly open: OpenAtSealing;
	readonly signOffs: readonly Omit<SignOff, 'scenarioId'>[];
	/** What a pre-mortem gave to keep an eye on, with the figure that shows it; nothing when left out. */
	readonly watches?: readonly SealedWatch[];
};

/** A forecast as it is exported: its content, and the SHA-256 over the canonical text of that content. */
export type SealedForecast = { readonly content: ForecastContent; readonly sha256: string };

/** Gives the text over which a forecast's hash is taken: RFC 8785. */
export function sealedText(content: ForecastContent): string {
	return canonicalJson(content);
}

export const hashSchema = v.pipe(
	v.string('This must be a SHA-256 hash: 64 digits and letters a to f.'),
	v.regex(/^[0-9a-f]{64}$/, 'This must be a SHA-256 hash: 64 digits and letters a to f.')
);

/** As much of a forecast as is needed to check its seal; the rest is whatever the text holds. */
export const sealSchema = record({
	content: v.looseObject({
		format: v.literal(forecastFormat, `The format must be "${forecastFormat}".`),
		number: v.pipe(v.number('This must be a whole number.'), v.integer(), v.minValue(1)),
		previous: v.nullable(hashSchema)
	}),
	sha256: hashSchema
});

/** As much of a sealed forecast as its seal is about. */
export type Seal = v.InferOutput<typeof sealSchema>;
