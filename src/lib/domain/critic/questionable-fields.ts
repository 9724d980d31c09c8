import type { Effect } from '../effect.ts';
import type { Measure } from '../measure.ts';
import { estimatedFields } from '../round.ts';

/** Lists the numbers of an effect that somebody can doubt, as dotted fields. */
export function numbersOfEffect({ inputs, recipients }: Effect): string[] {
	return [
		...estimatedFields,
		...inputs.map(({ name }) => `inputs.${name}`),
		...recipients.map(({ partyId }) => `recipients.${partyId}`)
	];
}

/** Lists the numbers of a measure that somebody can doubt, as dotted fields. */
export function numbersOfMeasure({ contributions }: Measure): string[] {
	return [
		'reach',
		'startMonth',
		'durationMonths',
		...contributions.flatMap(({ id, kind }) =>
			kind === 'hours'
				? [`contributions.${id}.hours`, `contributions.${id}.amount`]
				: [`contributions.${id}.amount`]
		)
	];
}
