import type { Effect } from '#lib/domain/effect.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** A number of an effect that people can estimate, by its place in the file format. */
export type EffectNumber = { readonly value: string; readonly label: string };

const shares = [
	'probability',
	'deadweight',
	'attributionToOthers',
	'displacement',
	'dropOff'
] as const;

/** Lists the numbers of an effect: how much, what it is worth, its shares and who receives which part. */
export function effectNumbers(
	{ formula, inputs, recipients }: Effect,
	partyName: (partyId: string) => string,
	t: Translate
): EffectNumber[] {
	// A formula computes the amount; then its inputs are what people can know.
	const amount = formula ? [] : [{ value: 'amount', label: t('host.number.amount') }];
	return [
		...amount,
		...inputs.map(({ name }) => ({ value: `inputs.${name}`, label: name })),
		{ value: 'unitValue', label: t('host.number.unitValue') },
		...shares.map((field) => ({ value: field, label: t(`card.effect.${field}`) })),
		...recipients.map(({ partyId }) => ({
			value: `recipients.${partyId}`,
			label: t('host.number.recipient', { name: partyName(partyId) })
		}))
	];
}
