import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import { all, get, type Work } from './statement.ts';

type Place = {
	readonly workspace: string;
	readonly workshopId: string;
	/** Values that are looked up with one statement. */
	readonly atOnce: number;
};

/** The observations for whose area, period and figure the workshop has a value already. */
export function* knownAmong(
	observations: readonly AreaObservation[],
	place: Place
): Work<ReadonlySet<AreaObservation>> {
	const found = new Set<AreaObservation>();
	const { workspace, workshopId, atOnce } = place;
	if (!(yield* get('SELECT 1 FROM workshop_batches WHERE workshop_id = ?', workshopId)))
		return found;
	const ids = yield* indicatorIds(workspace);
	const asked = observations.flatMap((one) => {
		const id = ids.get(`${one.version}\t${one.indicator}`);
		return id === undefined ? [] : [{ one, id }];
	});
	for (let from = 0; from < asked.length; from += atOnce) {
		const some = asked.slice(from, from + atOnce);
		const rows = yield* all<{ place: number }>(
			lookup(some.length),
			...some.flatMap(({ one, id }, index) => [index, id, one.area, one.period]),
			workshopId
		);
		for (const { place: index } of rows) {
			const hit = some[index];
			if (hit) found.add(hit.one);
		}
	}
	return found;
}

function lookup(count: number): string {
	const row = '(CAST(? AS INTEGER), CAST(? AS BIGINT), CAST(? AS TEXT), CAST(? AS TEXT))';
	return `WITH asked (place, indicator, area, period) AS (VALUES ${Array(count).fill(row).join(', ')})
		SELECT asked.place FROM asked WHERE EXISTS (
			SELECT 1 FROM area_observations o
			JOIN workshop_batches w ON w.batch_id = o.batch_id AND w.workshop_id = ?
			WHERE o.indicator_id = asked.indicator AND o.area = asked.area AND o.period = asked.period
		)`;
}

function* indicatorIds(workspace: string): Work<Map<string, number>> {
	const rows = yield* all<{ id: number; version: string; key: string }>(
		'SELECT id, version, key FROM observed_indicators WHERE workspace_id = ?',
		workspace
	);
	return new Map(rows.map(({ id, version, key }) => [`${version}\t${key}`, id]));
}
