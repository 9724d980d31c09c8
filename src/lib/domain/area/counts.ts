import type { AreaObservation, ObservedIndicator } from './area-observation.ts';
import type { FigureBatch } from './figure-batch.ts';

/** Words for whole numbers that count nobody: a mark, a class, an average, a share, so many per something. */
const noCount =
	/cijfer|score|klasse|class|index|rang|rank|gem(iddelde?)?([ _]|$)|mean|average|mediaan|median|graad|rate|ratio|leeftijd|[ _]age|niveau|level|([ _]|^)per[ _]/i;

/**
 * Tells which values of an import count people, homes or reports, and so may be about few of them. Only what
 * somebody registered is; published figures were hidden by who published them. It counts when its unit says
 * so. Without a unit it does when all its values are whole and its name speaks of nothing else: better hidden
 * once too often, which is told, than a count of three in front of a group.
 */
export function countsIn({
	source,
	indicators,
	observations
}: Pick<FigureBatch, 'source' | 'indicators' | 'observations'>): (one: AreaObservation) => boolean {
	const broken = new Set<string>();
	for (const { indicator, value } of observations) {
		if (value !== null && (value < 0 || !Number.isInteger(value))) broken.add(indicator);
	}
	const counts = new Set(
		indicators
			.filter((one) => source === 'own-events' || isCount(one, broken))
			.map(({ key }) => key)
	);
	const isOwn = source.startsWith('own-');
	return ({ indicator, version }) => (isOwn || version === 'own') && counts.has(indicator);
}

function isCount({ key, name, unit }: ObservedIndicator, broken: ReadonlySet<string>): boolean {
	const said = unit.trim().toLowerCase();
	if (said !== '') return said === 'aantal' || said === 'number' || said === 'count';
	return !broken.has(key) && !noCount.test(name);
}
