import type { ChartTable } from '#lib/charts/chart.ts';
import type { SavedTable } from '#lib/components/chart/saved-table.ts';
import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import { middleOf } from '#lib/domain/area/period.ts';
import { formatPeriod } from '#lib/i18n/format-date.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import { figureName, versionName } from './figure-names.ts';
import type { DrawnArea } from './map.ts';
import type { Profile } from './profile.ts';

type Measured = {
	readonly title: string;
	readonly unit: string;
	readonly observations: readonly AreaObservation[];
};

/** Every measurement behind a trend, as it is read: a missing one says why, a provisional one that it is. */
export function trendTable(measured: Measured, tongue: Tongue): ChartTable {
	const { t, current } = tongue;
	const rows = inOrder(measured).map(({ period, version, value, status }) => {
		const written = formatPeriod(current, period);
		if (value === null) return [written, versionName(t, version), t(`figure.status.${status}`)];
		const text = formatNumber(current, thousandths(value));
		const said = status === 'provisional' ? t('figure.provisional', { value: text }) : text;
		return [written, versionName(t, version), said];
	});
	return { caption: captionOf(measured), columns: trendColumns(tongue), rows };
}

/** The same as it is saved: numbers apart from what there is to say of them. */
export function savedTrend(measured: Measured, tongue: Tongue): SavedTable {
	const { t } = tongue;
	return {
		caption: captionOf(measured),
		columns: [...trendColumns(tongue), t('area.trend.status')],
		rows: inOrder(measured).map(({ period, version, value, status }) => [
			...[period, versionName(t, version), value, t(`figure.status.${status}`)]
		])
	};
}

function trendColumns({ t }: Tongue): string[] {
	return [t('area.trend.period'), t('area.trend.edition'), t('area.trend.value')];
}

function captionOf({ title, unit }: Measured): string {
	return unit ? `${title} (${unit})` : title;
}

function inOrder({ observations }: Measured): AreaObservation[] {
	return observations.toSorted((one, other) => middleOf(one.period) - middleOf(other.period));
}

function thousandths(value: number): number {
	return Math.round(value * 1000) / 1000;
}

type Names = { readonly ownName: string; readonly otherName: string };

/** The deviation per dimension of an area, and of another where that is known, as it is saved. */
export function savedProfile(
	{ own, other }: Profile,
	{ ownName, otherName }: Names,
	{ t }: Tongue
): SavedTable {
	const row = (name: string, value: number, beside: number | undefined) =>
		other ? [name, value, beside ?? null] : [name, value];
	const besideOf = (key: string) => other?.parts.find((part) => part.key === key)?.value;
	return {
		caption: t('area.profile.title'),
		columns: [t('area.profile.dimension'), ownName, ...(other ? [otherName] : [])],
		rows: [
			...own.parts.map(({ key, value }) =>
				row(figureName(t, { key, name: key }), value, besideOf(key))
			),
			...(own.rest === 0 ? [] : [row(t('area.profile.rest'), own.rest, other?.rest)]),
			row(t('area.profile.total'), own.total, other?.total)
		]
	};
}

/** The areas of a map with their values, as they are saved. */
export function savedMap(
	areas: readonly DrawnArea[],
	caption: string,
	{ t }: Pick<Tongue, 't'>
): SavedTable {
	return {
		caption,
		columns: [t('area.code'), ...[t('area.pick'), t('area.trend.value'), t('area.trend.status')]],
		rows: areas.map(({ code, name, value, status }) => [
			...[code, name, value],
			status === 'absent' ? t('figure.none') : t(`figure.status.${status}`)
		])
	};
}
