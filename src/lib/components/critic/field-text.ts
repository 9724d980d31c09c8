import type { Tongue } from '#lib/components/arena/number-text.ts';
import type { Target } from '#lib/domain/challenge.ts';
import type { Quantity } from '#lib/domain/quantity.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { formatDate } from '#lib/i18n/format-date.ts';
import { formatNumber } from '#lib/i18n/format.ts';
import type { TextKey } from '#lib/i18n/messages.ts';
import { nameOfRecord } from './record-names.ts';

const longest = 160;

/** Fields whose value is a choice, and where the words of the choices stand in the locale files. */
const choices: Readonly<Record<string, string>> = {
	areaLevel: 'area.level',
	better: 'critic.better',
	claim: 'card.effect.claim',
	dimension: 'card.dimension',
	flags: 'card.measure.flag',
	scale: 'card.measure.scale',
	status: 'critic.status',
	type: 'card.measure.type'
};

/** Lists that are told by their length, because their items have no name. */
const counted = ['contributions', 'observations', 'reviews', 'inputs', 'references'];

/** Writes what stands in a field now; undefined when there is no such field, or too much to show. */
export function fieldText(target: Target, file: WorkshopFile, tongue: Tongue): string | undefined {
	const { field } = target;
	if (field === null) return undefined;
	const value = valueAt(recordOf(target, file), field);
	if (value === undefined) return undefined;
	return textOf(value, field.split('.').at(-1) ?? field, { file, tongue });
}

function recordOf({ kind, id }: Target, file: WorkshopFile): unknown {
	if (kind === 'workshop') return file.workshop;
	const lists = {
		party: file.parties,
		indicator: file.indicators,
		cause: file.causes,
		measure: file.measures,
		effect: file.effects,
		scenario: file.scenarios,
		round: file.rounds
	};
	return lists[kind].find((record) => record.id === id);
}

function valueAt(record: unknown, field: string): unknown {
	return field.split('.').reduce<unknown>((part, key) => {
		if (typeof part !== 'object' || part === null || !Object.hasOwn(part, key)) return undefined;
		return (part as Record<string, unknown>)[key];
	}, record);
}

type Written = { readonly file: WorkshopFile; readonly tongue: Tongue };

function textOf(value: unknown, name: string, written: Written): string | undefined {
	const { t, current } = written.tongue;
	if (value === null || value === '') return t('critic.seen.empty');
	if (typeof value === 'boolean') return t(value ? 'critic.seen.yes' : 'critic.seen.no');
	if (typeof value === 'number') return formatNumber(current, value);
	if (typeof value === 'string') return wordText(value, name, written);
	if (Array.isArray(value)) return listText(value, name, written);
	return isQuantity(value) ? quantityText(value, current) : undefined;
}

function wordText(value: string, name: string, { file, tongue }: Written): string {
	const place = choices[name];
	// The domain gives these values, and each of them has its words there.
	if (place) return tongue.t(`${place}.${value}` as TextKey);
	if (name === 'date') return formatDate(tongue.current, value);
	const text = nameOfRecord(value, file) ?? value.trim();
	if (text === '') return tongue.t('critic.seen.empty');
	return `“${text.length > longest ? `${text.slice(0, longest)}…` : text}”`;
}

function listText(list: readonly unknown[], name: string, written: Written): string | undefined {
	const { t } = written.tongue;
	if (list.length === 0) return t('critic.seen.none');
	if (counted.includes(name)) return t('critic.seen.count', { count: list.length });
	const texts = list.flatMap((item) => {
		const id = typeof item === 'object' && item !== null && 'partyId' in item ? item.partyId : item;
		return typeof id === 'string' ? wordText(id, name, written) : [];
	});
	return texts.length === list.length ? texts.join(', ') : undefined;
}

function isQuantity(value: unknown): value is Exclude<Quantity, null | number> {
	return typeof value === 'object' && value !== null && 'low' in value && 'high' in value;
}

function quantityText(quantity: Exclude<Quantity, null | number>, language: Tongue['current']) {
	const write = (value: number) => formatNumber(language, value);
	const ends = `${write(quantity.low)}\u2013${write(quantity.high)}`;
	return 'likely' in quantity ? `${write(quantity.likely)} (${ends})` : ends;
}
