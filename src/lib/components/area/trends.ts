import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import { readingPlace, trendsOf, type MeasuredFigure } from './measured-figures.ts';

/** What is drawn in one picture of a figure over time. */
export type Trend = {
	readonly key: string;
	/** The dataset versions in it; more than one only where no norm is drawn. */
	readonly versions: readonly string[];
	/** The figure as its newest version describes it. */
	readonly figure: MeasuredFigure;
	readonly observations: readonly AreaObservation[];
	readonly isFollowed: boolean;
	/** What the group wants this figure to be, in this version; null when nothing was agreed. */
	readonly norm: number | null;
};

/** Tells the indicator by which the group follows a figure of one version, if it does. */
type Following = (figure: MeasuredFigure) => { readonly norm: number | null } | undefined;

/**
 * Groups the figures of an area into pictures: the versions of a figure beside each other, each with a line
 * of its own. A version for which a norm was agreed gets a picture to itself, because the norm says nothing
 * about the scale of another one and would lie across its line.
 *
 * @returns only what has more than one period; what is followed first, then in the order of reading
 */
export function trendsToDraw(measured: readonly MeasuredFigure[], following: Following): Trend[] {
	const trends = [...trendsOf(measured).values()].flatMap((all) => {
		const normed = all.filter((figure) => typeof following(figure)?.norm === 'number');
		const others = all.filter((figure) => !normed.includes(figure));
		return [...normed.map((figure) => [figure]), others].flatMap((some) => trend(some, following));
	});
	return trends
		.filter(({ observations }) => new Set(observations.map(({ period }) => period)).size > 1)
		.toSorted((one, other) => place(one) - place(other));
}

function trend(some: readonly MeasuredFigure[], following: Following): Trend[] {
	const figure = some.at(-1);
	if (!figure) return [];
	const followed = some.flatMap((one) => following(one) ?? []);
	return [
		{
			...{ key: figure.indicator.key, figure },
			versions: some.map(({ indicator }) => indicator.version),
			observations: some.flatMap(({ observations }) => observations),
			isFollowed: followed.length > 0,
			norm: some.length === 1 ? (followed[0]?.norm ?? null) : null
		}
	];
}

function place({ key, isFollowed }: Trend): number {
	return isFollowed ? -1 : readingPlace(key);
}
