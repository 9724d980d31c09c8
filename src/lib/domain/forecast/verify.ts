import * as v from 'valibot';
import { isPlainObject } from '../field.ts';
import { readJson } from '../workshop-file/read-json.ts';
import { firstPerPlace, type Remark } from '../workshop-file/problem.ts';
import { canonicalJson } from './canonical-json.ts';
import { sealSchema, type Seal } from './forecast.ts';

/**
 * Largest export that is verified, in bytes. A forecast holds a whole workshop file of at most 5 MB and
 * what it was worth, so that this has room for a chain of forty of the largest, or thousands of usual ones.
 */
export const maximumForecastBytes = 250_000_000;

/** Gives the SHA-256 of a text in UTF-8, as 64 hexadecimal digits. */
export type Sha256 = (text: string) => string;

/** What was found about one forecast: its seal as written, and as it comes out now. */
export type VerifiedSeal = {
	readonly number: number;
	readonly sha256: string;
	readonly computed: string;
	readonly previous: string | null;
};

export type Verification = { readonly forecasts: VerifiedSeal[]; readonly problems: Remark[] };

/**
 * Recomputes the seals of one exported forecast, or of all forecasts of a workshop in a row, and
 * whether each holds on to the one before it. Never throws.
 */
export function verifyForecasts(source: string | Uint8Array, sha256: Sha256): Verification {
	const reading = bytesOf(source) > maximumForecastBytes ? tooLarge : readJson(source, Infinity);
	if ('problem' in reading) return { forecasts: [], problems: [reading.problem] };
	const { list, path } = sealsIn(reading.value);
	const forecasts: VerifiedSeal[] = [];
	const problems: Remark[] = [];
	for (const [index, value] of list.entries()) {
		const place = path(index);
		const result = v.safeParse(sealSchema, value);
		if (!result.success) {
			problems.push(...result.issues.map((issue) => problemAt(place, issue)));
			continue;
		}
		const seal = verifiedSeal(result.output, value, sha256);
		problems.push(...sealProblems(seal, { place, before: forecasts.at(-1) }));
		forecasts.push(seal);
	}
	return { forecasts, problems: firstPerPlace(problems) };
}

const tooLarge = {
	problem: {
		path: '',
		message:
			'This file is larger than the 250 MB that is verified. Download the forecasts one by one and verify each.'
	}
};

function bytesOf(source: string | Uint8Array): number {
	return typeof source === 'string' ? new TextEncoder().encode(source).length : source.length;
}

/** A file holds one forecast, or a list of them under `forecasts`. */
function sealsIn(value: unknown): { list: unknown[]; path: (index: number) => string } {
	const many = isPlainObject(value) && Array.isArray(value.forecasts) ? value.forecasts : undefined;
	if (many) return { list: many, path: (index) => `forecasts.${index}.` };
	return { list: [value], path: () => '' };
}

function problemAt(place: string, issue: v.BaseIssue<unknown>): Remark {
	return {
		path: `${place}${v.getDotPath(issue) ?? ''}`.replace(/\.$/, ''),
		message: issue.message
	};
}

function verifiedSeal(seal: Seal, value: unknown, sha256: Sha256): VerifiedSeal {
	const { number, previous } = seal.content;
	// The text is made of the content as it stands in the file, whatever a schema would leave out.
	const content = isPlainObject(value) ? value.content : undefined;
	return { number, sha256: seal.sha256, computed: sha256(canonicalJson(content)), previous };
}

type Neighbour = { readonly place: string; readonly before: VerifiedSeal | undefined };

function* sealProblems(seal: VerifiedSeal, { place, before }: Neighbour): Generator<Remark> {
	if (seal.computed !== seal.sha256) {
		yield {
			path: `${place}sha256`,
			message: `The content gives ${seal.computed}: it was changed after it was sealed, or the hash was.`
		};
	}
	if (!before) return;
	if (seal.number !== before.number + 1) {
		yield {
			path: `${place}content.number`,
			message: `Forecast ${seal.number} comes after forecast ${before.number}: one is missing or out of order.`
		};
	}
	if (seal.previous !== before.computed) {
		yield {
			path: `${place}content.previous`,
			message: 'This forecast was not sealed on top of the one before it in this file.'
		};
	}
}
