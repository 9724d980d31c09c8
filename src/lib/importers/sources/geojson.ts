import { readAreaCode } from '#lib/domain/area/area-code.ts';
import type { AreaGeometry } from '#lib/domain/area/area-observation.ts';
import { readPeriod } from '#lib/domain/area/period.ts';
import { withinRange } from '../cells/range.ts';
import { importLimits } from '../limits.ts';
import { Refused } from '../problem.ts';
import type { Accumulator } from '../accumulator.ts';
import type { ImportSettings, Surroundings } from '../settings.ts';
import { leefbaarometerColumns } from './leefbaarometer-figures.ts';

type Properties = Readonly<Record<string, unknown>>;
type Place = { readonly settings: ImportSettings; readonly surroundings: Surroundings };

/**
 * Outlines of areas, with figures of the Leefbaarometer when its map service wrote them.
 * GeoJSON has no lines to point at, so problems name the number of the feature.
 *
 * @throws {Refused} `bad-json` or `no-areas`
 */
export function readGeojson(
	text: string,
	into: Accumulator,
	place: Place
): 'geojson-areas' | 'leefbaarometer-geojson' {
	const features = featuresOf(text);
	if (features.length === 0) throw new Refused('no-areas');
	if (features.length > importLimits.rows) {
		throw new Refused('too-many-rows', { values: { most: importLimits.rows } });
	}
	const period = periodOfFile(place);
	let figures = 0;
	features.forEach((feature, index) => {
		figures += readFeature({ feature, number: index + 1, period }, into);
	});
	if (figures > 0 && period === undefined && into.observations.length === 0) {
		into.problems.add('figures-without-period');
	}
	return figures > 0 ? 'leefbaarometer-geojson' : 'geojson-areas';
}

function featuresOf(text: string): readonly unknown[] {
	const parsed = parsedJson(text);
	if (!isObject(parsed) || parsed.type !== 'FeatureCollection') throw new Refused('no-areas');
	return Array.isArray(parsed.features) ? parsed.features : [];
}

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Refused('bad-json');
	}
}

function isObject(value: unknown): value is Properties {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function periodOfFile({ settings, surroundings }: Place): string | undefined {
	return settings.period ?? /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(surroundings.fileName)?.[0];
}

type Numbered = { readonly feature: unknown; readonly number: number; readonly period?: string };

/** Reads one area, and gives how many figures it has. */
function readFeature({ feature, number, period }: Numbered, into: Accumulator): number {
	const properties = isObject(feature) && isObject(feature.properties) ? feature.properties : {};
	const code = codeOf(properties);
	if (!code) {
		into.problems.add('bad-code', number, { found: String(properties.bu_code ?? '').slice(0, 40) });
		return 0;
	}
	const geometry = geometryOf(isObject(feature) ? feature.geometry : undefined);
	if (!geometry) into.problems.add('bad-geometry', number, { code });
	else into.addArea({ code, name: nameOf(properties), geometry });
	return readFigures({ code, number, properties, period }, into);
}

const codeNames = [
	'bu_code',
	'buurtcode',
	'wk_code',
	'wijkcode',
	'gm_code',
	'gemeentecode',
	'pc4',
	'statcode',
	'code',
	'id'
];
const nameNames = [
	'bu_naam',
	'buurtnaam',
	'wk_naam',
	'wijknaam',
	'gm_naam',
	'gemeentenaam',
	'statnaam',
	'naam',
	'name'
];

function property(properties: Properties, names: readonly string[]): string | undefined {
	const entries = new Map(
		Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value])
	);
	for (const name of names) {
		const value = entries.get(name);
		if (typeof value === 'string' || typeof value === 'number') return String(value);
	}
	return undefined;
}

function codeOf(properties: Properties): string | undefined {
	const code = property(properties, codeNames);
	return code === undefined
		? undefined
		: readAreaCode(code, 'pc4' in properties ? 'postcode' : undefined);
}

function nameOf(properties: Properties): string {
	return property(properties, nameNames)?.slice(0, 200) ?? '';
}

function geometryOf(value: unknown): AreaGeometry | undefined {
	if (!isObject(value) || !Array.isArray(value.coordinates)) return undefined;
	const { type, coordinates } = value;
	if (type !== 'Polygon' && type !== 'MultiPolygon') return undefined;
	const rings = type === 'Polygon' ? coordinates : coordinates.flat(1);
	return rings.length > 0 && rings.every(isRing) ? { type, coordinates } : undefined;
}

/** Degrees, not the metres of the Dutch grid: those would be drawn off the map. */
function isRing(ring: unknown): boolean {
	return (
		Array.isArray(ring) &&
		ring.length >= 4 &&
		ring.every(
			(point) =>
				Array.isArray(point) &&
				point
					.slice(0, 2)
					.every((degrees) => typeof degrees === 'number' && Math.abs(degrees) <= 180)
		)
	);
}

type FigureSource = Omit<Numbered, 'feature'> & {
	readonly code: string;
	readonly properties: Properties;
};

function readFigures(
	{ code, number, properties, period }: FigureSource,
	into: Accumulator
): number {
	const own = readPeriod(String(properties.jaar ?? properties.year ?? period ?? ''));
	let found = 0;
	for (const [name, [key, range]] of leefbaarometerColumns) {
		const value = properties[name];
		if (typeof value !== 'number') continue;
		found += 1;
		if (!('period' in own)) continue;
		if (!Number.isFinite(value) || !withinRange(value, range)) {
			into.problems.add('out-of-range', number, {
				column: name,
				found: String(value),
				low: range?.low ?? 0,
				high: range?.high ?? 0
			});
			continue;
		}
		into.addIndicator({ key, name, unit: '' });
		const version = 'leefbaarometer-3.0';
		into.add(
			{ area: code, period: own.period, indicator: key, value, status: 'ok', version },
			number
		);
	}
	return found;
}
