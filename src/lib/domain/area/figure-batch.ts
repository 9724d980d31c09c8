import * as v from 'valibot';
import { oneOf, wholeNumberFrom } from '../field.ts';
import { kindOfCode } from './area-code.ts';
import {
	observationStatuses,
	type AreaGeometry,
	type AreaObservation,
	type KnownArea,
	type ObservedIndicator
} from './area-observation.ts';
import { readPeriod } from './period.ts';

/** What one import brings, checked and ready to be stored. */
export type FigureBatch = {
	readonly source: string;
	readonly fileName: string;
	/** SHA-256 of the bytes of the file, 64 hexadecimal digits: by it the same file is recognised. */
	readonly fileHash: string;
	/** The year of the division into areas that its codes belong to, where it is known. */
	readonly vintage: number | null;
	readonly areas: readonly KnownArea[];
	readonly indicators: readonly ObservedIndicator[];
	readonly observations: readonly AreaObservation[];
};

/** The largest import, and the texts in it. */
export const batchLimits = {
	observations: 400_000,
	areas: 30_000,
	indicators: 5000,
	text: 300
} as const;

const shortText = v.pipe(v.string(), v.maxLength(batchLimits.text));
const filledShortText = v.pipe(shortText, v.minLength(1));
const areaCode = v.pipe(
	v.string(),
	v.check((code) => kindOfCode(code) !== undefined, 'no area code')
);
const period = v.pipe(v.string(), v.check(isPeriod, 'no period'));
const positions = v.array(v.number());
const geometry = v.object({
	type: oneOf(['Polygon', 'MultiPolygon'] as const),
	coordinates: v.union([v.array(v.array(positions)), v.array(v.array(v.array(positions)))])
});

function isPeriod(text: string): boolean {
	const reading = readPeriod(text);
	return 'period' in reading && reading.period === text;
}

/** A value as it travels: places in the lists of texts, so that no text is sent a hundred thousand times. */
const packedObservation = v.tuple([
	wholeNumberFrom(0),
	wholeNumberFrom(0),
	wholeNumberFrom(0),
	wholeNumberFrom(0),
	v.nullable(v.pipe(v.number(), v.finite())),
	wholeNumberFrom(0, observationStatuses.length - 1)
]);

/** A batch as it travels from the browser to the server. */
export const packedBatchSchema = v.object({
	source: filledShortText,
	fileName: filledShortText,
	fileHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
	vintage: v.nullable(wholeNumberFrom(1990, 2200)),
	areas: v.pipe(
		v.array(v.object({ code: areaCode, name: shortText, geometry: v.optional(geometry) })),
		v.maxLength(batchLimits.areas)
	),
	indicators: v.pipe(
		v.array(v.object({ key: filledShortText, name: filledShortText, unit: shortText })),
		v.maxLength(batchLimits.indicators)
	),
	codes: v.array(areaCode),
	periods: v.array(period),
	versions: v.array(filledShortText),
	observations: v.pipe(
		v.custom<readonly unknown[]>(Array.isArray, 'no list of values'),
		v.maxLength(batchLimits.observations)
	)
});

export type PackedBatch = v.InferOutput<typeof packedBatchSchema>;

/** Gives every different text a place. */
class Places {
	readonly texts: string[] = [];
	readonly #places = new Map<string, number>();

	of(text: string): number {
		const known = this.#places.get(text);
		if (known !== undefined) return known;
		this.#places.set(text, this.texts.length);
		return this.texts.push(text) - 1;
	}
}

/** Packs a batch for travelling. */
export function packBatch({ observations, ...rest }: FigureBatch): PackedBatch {
	const [codes, periods, versions] = [new Places(), new Places(), new Places()];
	const keys = new Map(rest.indicators.map(({ key }, place) => [key, place]));
	const packed = observations.map(({ area, indicator, period: when, version, value, status }) => [
		...[codes.of(area), keys.get(indicator) ?? -1, periods.of(when), versions.of(version)],
		...[value, observationStatuses.indexOf(status)]
	]);
	return {
		...rest,
		areas: rest.areas.map(({ code, name, geometry: outline }) => ({
			...{ code, name },
			...(outline && { geometry: outline as PackedBatch['areas'][number]['geometry'] })
		})),
		indicators: [...rest.indicators],
		...{ codes: codes.texts, periods: periods.texts, versions: versions.texts },
		observations: packed
	};
}

/**
 * Unpacks some of the values of a batch that fits the schema, so that a large one is read in parts.
 *
 * @returns undefined when a value is none, points at nothing, or says it is known and has none
 */
export function unpackValues(
	{ codes, periods, versions, indicators }: Omit<PackedBatch, 'observations'>,
	packed: readonly unknown[]
): AreaObservation[] | undefined {
	const unpacked: AreaObservation[] = [];
	for (const one of packed) {
		if (!v.is(packedObservation, one)) return undefined;
		const [a, i, p, s, value, place] = one;
		const [area, when, version] = [codes[a], periods[p], versions[s]];
		const indicator = indicators[i]?.key;
		const status = observationStatuses[place];
		const known = status === 'ok' || status === 'provisional';
		if (!area || !when || !version || !indicator || !status || known !== (value !== null))
			return undefined;
		unpacked.push({ area, period: when, version, indicator, value, status });
	}
	return unpacked;
}

/** A batch that fits the schema, with the values that were unpacked. */
export function batchWith(
	{ codes: _, periods: __, versions: ___, observations: ____, ...rest }: PackedBatch,
	observations: readonly AreaObservation[]
): FigureBatch {
	const areas = rest.areas.map(({ code, name, geometry: outline }) => ({
		...{ code, name },
		...(outline && { geometry: outline as AreaGeometry })
	}));
	return { ...rest, areas, observations };
}
