import type { Indicator } from '#lib/domain/indicator.ts';
import type { Area } from '#lib/domain/workshop.ts';
import type { Places } from './observed-figures.ts';

type Known = { readonly code: string; readonly name: string };

/** Stands in for the code of an area that has none, so that a file can name it all the same. */
const withoutCode = 'here';

/**
 * Gives the areas that measurements can be about: the plan's own, and those it is compared with. An
 * area that is known under its name has its code; another one can still be named in a file.
 */
export function findPlaces(
	area: Area | undefined,
	indicators: readonly Pick<Indicator, 'comparisonArea'>[],
	known: readonly Known[]
): Places & { readonly areas: readonly Known[] } {
	const own = { code: area?.code ?? withoutCode, name: area?.name ?? '' };
	const names = new Set(indicators.flatMap(({ comparisonArea }) => comparisonArea?.trim() || []));
	const others = [...names].map((name) => ({ code: codeOf(name, known), name }));
	return {
		own: own.code,
		areas: [own, ...others],
		elsewhere: (comparisonArea) => others.find(({ name }) => name === comparisonArea?.trim())?.code
	};
}

function codeOf(name: string, known: readonly Known[]): string {
	const fitting = known.filter((one) => one.name.toLowerCase() === name.toLowerCase());
	const [only] = fitting;
	// A name that may be two areas is never guessed.
	return fitting.length === 1 && only ? only.code : `${withoutCode}: ${name}`;
}
