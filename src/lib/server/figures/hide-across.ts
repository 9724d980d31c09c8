import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import { municipalityOf } from '#lib/domain/area/area-code.ts';
import { countsIn } from '#lib/domain/area/counts.ts';
import { hideSmallCells } from '#lib/domain/area/small-cells.ts';
import { inSlices } from '../in-slices.ts';
import type { NewBatch, Store } from '../store/store.ts';

/** Values that are put in groups, and groups that are judged, before others get their turn. */
const atOnce = { values: 10_000, groups: 1 } as const;

/**
 * Hides what an import would give away about few people, whoever sends it: counts of own registrations
 * below the smallest cell, and what reveals them together with values of earlier imports. A value that was
 * imported before and now gives a hidden one away is hidden by the new import as well, so that undoing the
 * import shows it again.
 *
 * @param smallest see hideSmallCells
 */
export async function hideAcross(
	store: Store,
	fresh: Omit<NewBatch, 'hidden'>,
	smallest: number
): Promise<NewBatch> {
	const { batch } = fresh;
	const counted = countsIn(batch);
	const groups = new Map<string, AreaObservation[]>();
	const observations: AreaObservation[] = [];
	await inSlices(batch.observations, atOnce.values, (some) => {
		for (const one of some) {
			if (counted(one)) addTo(groups, groupOf(one), one);
			else observations.push(one);
		}
	});
	const hidden: AreaObservation[] = [];
	await inSlices([...groups.values()], atOnce.groups, async (some) => {
		for (const group of some) {
			const earlier = await earlierValues(store, fresh.workshopId, group);
			const judged = judge(group, { earlier, smallest, keepsEarlier: fresh.onSameKey === 'skip' });
			for (const one of judged.observations) observations.push(one);
			for (const one of judged.hidden) hidden.push(one);
		}
	});
	return { ...fresh, batch: { ...batch, observations }, hidden };
}

/** Sums are made within a municipality, or within one area over time; and never over more than a year. */
function groupOf({ indicator, area, period }: AreaObservation): string {
	return `${indicator}\t${municipalityOf(area) ?? area}\t${yearOf(period)}`;
}

function yearOf(period: string): string {
	return period.slice(0, 4);
}

function addTo(groups: Map<string, AreaObservation[]>, key: string, one: AreaObservation): void {
	const group = groups.get(key);
	if (group) group.push(one);
	else groups.set(key, [one]);
}

function earlierValues(
	store: Store,
	workshopId: string,
	[first]: readonly AreaObservation[]
): Promise<AreaObservation[]> {
	if (!first) return Promise.resolve([]);
	const { indicator, version, area, period } = first;
	const digits = municipalityOf(area)?.slice(2);
	const starts = digits ? [`BU${digits}`, `WK${digits}`, `GM${digits}`] : [area];
	return store.observationsOfWorkspace(workshopId, {
		...{ indicator, version, starts },
		year: yearOf(period)
	});
}

type Against = {
	readonly earlier: readonly AreaObservation[];
	readonly smallest: number;
	/** A value that was there already stays, and the new one for the same key is skipped. */
	readonly keepsEarlier: boolean;
};

function judge(fresh: readonly AreaObservation[], { earlier, smallest, keepsEarlier }: Against) {
	const before = new Map(earlier.map((one) => [keyOf(one), one]));
	const now = new Set(fresh.map(keyOf));
	const others = earlier.filter((one) => !now.has(keyOf(one)));
	const asShown = fresh.map((one) => {
		const old = before.get(keyOf(one));
		return keepsEarlier && old?.status === 'suppressed' ? old : one;
	});
	const shown = hideSmallCells([...asShown, ...others], smallest);
	const observations: AreaObservation[] = [];
	const hidden: AreaObservation[] = [];
	shown.forEach((one, place) => {
		const was = fresh[place];
		const isHidden = one.status === 'suppressed';
		const old = before.get(keyOf(one));
		if (isHidden && old && old.status !== 'suppressed' && (!was || keepsEarlier)) hidden.push(one);
		else if (was) observations.push(isHidden ? { ...was, value: null, status: 'suppressed' } : was);
	});
	return { observations, hidden };
}

function keyOf({ area, period }: AreaObservation): string {
	return `${area} ${period}`;
}
