import { isLognormal, isRange, type Quantity } from '#lib/domain/quantity.ts';
import type { LeverTarget } from '#lib/domain/valuation/levers.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { formatEurosShort, formatNumber, formatPercent } from '#lib/i18n/format.ts';
import type { Tongue } from '#lib/i18n/translate.ts';

/** A quantity in a workshop: what it is called, how it was estimated, and how its numbers are written. */
export type QuantityPlace = {
	/** Title of its record. */
	readonly title: string;
	/** Which number of that record. */
	readonly what: string;
	readonly estimate: string;
	readonly write: (value: number) => string;
};

/** Fields of an effect that are shares or have their own unit, with their name on screen. */
const namedFields = [
	'unitValue',
	'probability',
	'deadweight',
	'attributionToOthers',
	'displacement',
	'dropOff'
] as const;

type Found = Pick<QuantityPlace, 'title' | 'what' | 'write'> & { readonly quantity: Quantity };

/** Finds a quantity by its record and dotted field; undefined when the record has it no longer. */
export function quantityPlace(
	{ kind, id, field }: LeverTarget,
	file: WorkshopFile,
	tongue: Tongue
): QuantityPlace | undefined {
	const found =
		kind === 'effect'
			? inEffect(id, field, { file, tongue })
			: inMeasure(id, field, { file, tongue });
	if (!found) return undefined;
	return { ...found, estimate: estimateText(found.quantity, found.write, tongue) };
}

type Where = { readonly file: WorkshopFile; readonly tongue: Tongue };

function inEffect(id: string, field: string, { file, tongue }: Where): Found | undefined {
	const effect = file.effects.find((one) => one.id === id);
	if (!effect) return undefined;
	const { t, current } = tongue;
	const { title } = effect;
	const withUnit = (unit: string) => (value: number) =>
		[formatNumber(current, rounded(value)), unit].filter(Boolean).join(' ');
	if (field === 'amount')
		return {
			title,
			what: t('chart.quantity.amount'),
			quantity: effect.amount,
			write: withUnit(effect.unit)
		};
	const input = effect.inputs.find(({ name }) => field === `inputs.${name}`);
	if (input)
		return { title, what: input.name, quantity: input.quantity, write: withUnit(input.unit) };
	const known = namedFields.find((one) => one === field);
	if (!known) return undefined;
	return {
		title,
		what: t(`chart.quantity.${known}`),
		quantity: effect[known],
		write: known === 'unitValue' ? euros(tongue) : (share) => formatPercent(current, share)
	};
}

function inMeasure(id: string, field: string, { file, tongue }: Where): Found | undefined {
	const measure = file.measures.find((one) => one.id === id);
	const contribution = measure?.contributions.find(
		(one) => field === `contributions.${one.id}.amount`
	);
	if (!measure || !contribution) return undefined;
	const party = file.parties.find((one) => one.id === contribution.partyId);
	return {
		title: measure.title,
		what: tongue.t('chart.quantity.contribution', { party: party?.name ?? '' }),
		quantity: contribution.amount,
		write: euros(tongue)
	};
}

function euros({ current }: Tongue): (value: number) => string {
	return (value) => formatEurosShort(current, value);
}

/** A worked-out number needs no more digits than an estimate has. */
function rounded(value: number): number {
	return Number(value.toPrecision(3));
}

function estimateText(quantity: Quantity, write: (value: number) => string, { t }: Tongue): string {
	if (quantity === null) return '';
	if (!isRange(quantity) && !isLognormal(quantity)) return write(quantity);
	const ends = { low: write(quantity.low), high: write(quantity.high) };
	return isRange(quantity)
		? t('chart.quantity.range', { ...ends, likely: write(quantity.likely) })
		: t('chart.quantity.ends', ends);
}
