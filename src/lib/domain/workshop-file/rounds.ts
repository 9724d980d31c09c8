import { part, placesIn } from './place.ts';
import type { Place } from './place.ts';
import { reason } from '../reason.ts';
import { problemAt, type Problem } from './problem.ts';

const amounts = ['amount', 'unitValue'];

/** Finds rounds about a number that their effect does not have, and estimates that number cannot be. */
export function roundProblems(file: unknown): Problem[] {
	const effects = new Map(
		placesIn(file, 'effects.*').map(({ value }) => [part(value, 'id'), namedFields(value)])
	);
	return placesIn(file, 'rounds.*').flatMap((round) => {
		const field = part(round.value, 'field');
		if (typeof field !== 'string') return [];
		const fields = effects.get(part(round.value, 'effectId'));
		return [...missingField(round.path, field, fields), ...outsideDomain(round, field)];
	});
}

/** Lists the quantities of an effect that are called by a name or party. */
function namedFields(effect: unknown): Set<string> {
	return new Set([
		...placesIn(effect, 'inputs.*.name').map(({ value }) => `inputs.${value}`),
		...placesIn(effect, 'recipients.*.partyId').map(({ value }) => `recipients.${value}`)
	]);
}

function missingField(path: string, field: string, fields: Set<string> | undefined): Problem[] {
	const [list, name] = field.split('.');
	if (!fields || name === undefined || fields.has(field)) return [];
	return [problemAt(`${path}.field`, reason('round-field', { name, list: list ?? '' }))];
}

/** Shares lie from 0 to 1, amounts and prices from 0; an input of a formula may be any number. */
function outsideDomain(round: Place, field: string): Problem[] {
	if (field.startsWith('inputs.')) return [];
	const top = amounts.includes(field) ? Infinity : 1;
	const numbers = ['low', 'likely', 'high'].flatMap((name) =>
		placesIn(round.value, `estimates.*.${name}`)
	);
	return numbers
		.filter(({ value }) => typeof value === 'number' && (value < 0 || value > top))
		.map(({ path, value }) => {
			const wrong = reason(top === 1 ? 'round-share' : 'round-amount', {
				value: Number(value),
				field
			});
			return problemAt(`${round.path}.${path}`, wrong);
		});
}
