import { geoMercator, geoPath, type GeoPermissibleObjects } from 'd3-geo';
import type {
	AreaObservation,
	KnownArea,
	ObservationStatus
} from '#lib/domain/area/area-observation.ts';

/** An area as it is drawn: its outline as an SVG path, and in which of the shades it falls. */
export type DrawnArea = {
	readonly code: string;
	readonly name: string;
	readonly path: string;
	readonly value: number | null;
	readonly status: ObservationStatus | 'absent';
	/** 0 is the lightest; undefined when there is no value, which is drawn as a pattern and not as a 0. */
	readonly shade: number | undefined;
};

/** The values of one shade, both ends included. */
export type Shade = { readonly from: number; readonly to: number };

export type DrawnMap = { readonly areas: readonly DrawnArea[]; readonly shades: readonly Shade[] };

const mostShades = 5;

/**
 * Cuts values into at most five shades with about as many areas each (quantiles), so that one extreme
 * neighbourhood does not make all others look alike. Equal values are never of two shades.
 */
export function shadesOf(values: readonly number[]): Shade[] {
	const sorted = values.toSorted((one, other) => one - other);
	const cuts = new Set<number>();
	for (let part = 1; part <= mostShades; part += 1) {
		const top = sorted[Math.ceil((part * sorted.length) / mostShades) - 1];
		if (top !== undefined) cuts.add(top);
	}
	let from = sorted[0] ?? 0;
	return [...cuts].map((to) => {
		const shade = { from, to };
		from = sorted.find((value) => value > to) ?? to;
		return shade;
	});
}

/** Draws areas with their values in a box of `width` by `height`. */
export function drawMap(
	outlines: readonly KnownArea[],
	values: readonly AreaObservation[],
	[width, height]: readonly [number, number]
): DrawnMap {
	const byArea = new Map(values.map((one) => [one.area, one]));
	const known = outlines.flatMap(({ code }) => byArea.get(code)?.value ?? []);
	const shades = shadesOf(known);
	const features = outlines.map(({ geometry }) => wound(geometry));
	const all = { type: 'GeometryCollection', geometries: features } as GeoPermissibleObjects;
	const draw = geoPath(geoMercator().fitSize([width, height], all)).digits(1);
	const areas = outlines.map(({ code, name }, place) => {
		const found = byArea.get(code);
		const value = found?.value ?? null;
		const shade = value === null ? -1 : shades.findIndex(({ to }) => value <= to);
		return {
			...{ code, name, value },
			path: draw(features[place] as GeoPermissibleObjects) ?? '',
			status: found?.status ?? ('absent' as const),
			shade: shade < 0 ? undefined : shade
		};
	});
	return { areas, shades };
}

type Point = readonly [number, number];

/** d3 takes a ring that runs the other way for the rest of the globe, so outer rings are turned clockwise. */
function wound(geometry: KnownArea['geometry']): object {
	if (!geometry) return { type: 'MultiPolygon', coordinates: [] };
	const polygons = (
		geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
	) as Point[][][];
	return {
		type: 'MultiPolygon',
		coordinates: polygons.map((rings) => rings.map((ring, at) => turned(ring, at === 0)))
	};
}

function turned(ring: readonly Point[], clockwise: boolean): readonly Point[] {
	const area = ring.reduce((sum, [x, y], at) => {
		const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
		return sum + x * nextY - nextX * y;
	}, 0);
	return area < 0 === clockwise ? ring : ring.toReversed();
}
