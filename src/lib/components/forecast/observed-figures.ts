import { asFollowed } from '#lib/components/area/figure-names.ts';
import type { ListedIndicator } from '#lib/components/area/figures.svelte.ts';
import { followedAs } from '#lib/components/area/follow.ts';
import type { AreaObservation, ObservedIndicator } from '#lib/domain/area/area-observation.ts';
import type { ObservedFigure } from '#lib/domain/forecast/found-measurements.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** The area that a plan is about, and the code of the area that it is compared with, by its name. */
export type Places = {
	readonly own: string;
	readonly elsewhere: (comparisonArea: string | null) => string | undefined;
};

/** Gives the observations that stand on the board at the indicators of a forecast. */
export function fromBoard(
	followed: readonly Pick<Indicator, 'id'>[],
	board: readonly Indicator[],
	t: Translate
): ObservedFigure[] {
	return board
		.filter(({ id }) => followed.some((one) => one.id === id))
		.flatMap(({ id: indicatorId, observations }) =>
			observations.map(({ period, value, source }) => ({
				...{ indicatorId, source: source?.trim() || t('monitor.find.board'), origin: 'board' },
				...{ own: [{ period, value }], elsewhere: [] }
			}))
		);
}

/** Gives the imported figures of the area that are followed as an indicator of a forecast. */
export function fromArea(
	followed: readonly Indicator[],
	listed: readonly ListedIndicator[],
	observations: readonly AreaObservation[],
	{ places, t }: { readonly places: Places; readonly t: Translate }
): ObservedFigure[] {
	return listed.flatMap((figure) => {
		const named = asFollowed(t, figure);
		const indicator = followedAs(followed, named);
		if (!indicator) return [];
		const ofFigure = observations.filter(
			({ indicator: key, version }) => key === figure.key && version === figure.version
		);
		const values = valuesOf(ofFigure, places, indicator.comparisonArea);
		return [{ indicatorId: indicator.id, source: named.source, origin: 'area', ...values }];
	});
}

/** Which figure of a file is which indicator: by its key, an id; empty is none. */
export type Matches = Readonly<Record<string, string>>;

/** Finds for every figure of a file the indicator with that name, in whatever case it was typed. */
export function matchesOf(
	figures: readonly ObservedIndicator[],
	followed: readonly Pick<Indicator, 'id' | 'name'>[],
	t: Translate
): Matches {
	const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
	return Object.fromEntries(
		figures.map((figure) => {
			const names = [figure.name, asFollowed(t, { ...figure, version: '' }).name].map(plain);
			return [figure.key, followed.find(({ name }) => names.includes(plain(name)))?.id ?? ''];
		})
	);
}

/** Gives the figures of a file that were matched with an indicator of a forecast. */
export function fromFile(
	followed: readonly Indicator[],
	matches: Matches,
	observations: readonly AreaObservation[],
	{ places, source }: { readonly places: Places; readonly source: string }
): ObservedFigure[] {
	return Object.entries(matches).flatMap(([key, id]) => {
		const indicator = followed.find((one) => one.id === id);
		if (!indicator) return [];
		const ofFigure = observations.filter(({ indicator: one }) => one === key);
		const values = valuesOf(ofFigure, places, indicator.comparisonArea);
		return [{ indicatorId: id, source, origin: 'file', ...values }];
	});
}

function valuesOf(
	observations: readonly AreaObservation[],
	{ own, elsewhere }: Places,
	comparisonArea: string | null
): Pick<ObservedFigure, 'own' | 'elsewhere'> {
	const code = elsewhere(comparisonArea);
	return {
		own: observations.filter(({ area }) => area === own),
		elsewhere: observations.filter(({ area }) => area === code)
	};
}
