import { numberName } from '#lib/components/critic/challenge/number-names.ts';
import {
	amountText,
	moneyText,
	shareText,
	type Tongue
} from '#lib/components/arena/number-text.ts';
import type { NumberChange, RecordChange } from '#lib/domain/forecast/compare.ts';
import type { ForecastContent } from '#lib/domain/forecast/forecast.ts';
import type { Quantity } from '#lib/domain/quantity.ts';

type Workshop = ForecastContent['workshop'];

/** Gives the name of a record that two forecasts differ in, as the forecast has it in which it stands. */
export function recordName({ list, id }: RecordChange, workshops: readonly Workshop[]): string {
	for (const workshop of workshops) {
		const record = workshop[list].find((one) => one.id === id);
		if (!record) continue;
		if ('title' in record) return record.title;
		return 'name' in record ? record.name : record.text;
	}
	return id;
}

const shares = ['probability', 'deadweight', 'attributionToOthers', 'displacement', 'dropOff'];

/** Says which number changed, what it was and what it is. */
export function numberText(
	{ field, before, after }: NumberChange,
	{ list, id }: RecordChange,
	workshop: Workshop,
	tongue: Tongue
): { readonly name: string; readonly before: string; readonly after: string } {
	const target = { kind: list === 'effects' ? 'effect' : 'measure', id } as const;
	const write = (value: Quantity | undefined) => quantityText(value, field, tongue);
	return {
		name: numberName(field, target, workshop, tongue) ?? field,
		before: write(before),
		after: write(after)
	};
}

function quantityText(value: Quantity | undefined, field: string, tongue: Tongue): string {
	if (value === undefined) return tongue.t('compare.not-there');
	if (value === null) return tongue.t('forecast.unknown');
	if (shares.includes(field) || field.startsWith('recipients.')) return shareText(value, tongue);
	const isMoney = field === 'unitValue' || /^contributions\..*\.amount$/.test(field);
	const { text, range } = isMoney ? moneyText(value, tongue) : amountText(value, '', tongue);
	return range ? `${text} (${range})` : text;
}
