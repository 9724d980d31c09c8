import type { BoardContent } from '#lib/document/content.ts';
import type { FieldChange } from '#lib/document/compare-boards.ts';
import type { TextKey } from '#lib/i18n/messages.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import { nameOn } from './name-on.ts';
import { valueText } from './value-text.ts';

const itemLists = ['contributions', 'recipients', 'choices', 'observations', 'inputs', 'reviews'];

/** What a field is called; every field of every record has a name. */
export function fieldName(field: string, { t }: Pick<Tongue, 't'>): string {
	return t(`change.field.${field}` as TextKey);
}

/** Says which field changed, what it was and what it is. */
export function changeText(
	{ field, before, after }: FieldChange,
	{ record, boards, tongue }: ChangedRecord
): string {
	const { t } = tongue;
	const name = placeName(field, { record, boards, tongue });
	const leaf = field.split('.').at(-1) ?? field;
	if (isItem(field)) return t(before === undefined ? 'change.came' : 'change.went', { name });
	const write = (value: unknown) => valueText(value, leaf, { boards, tongue, record });
	return t('change.from-to', { name, before: write(before), after: write(after) });
}

/** The record that a change is in, as it was or is, and the boards in which its references are found. */
export type ChangedRecord = {
	readonly record: object | undefined;
	readonly boards: readonly BoardContent[];
	readonly tongue: Tongue;
};

/** Says where in a record something is: `Inleg (Gemeente), Uren`. */
export function placeName(field: string, { record, boards, tongue }: ChangedRecord): string {
	const { t } = tongue;
	const [list = '', key, part] = field.split('.');
	if (key === undefined) return fieldName(list, tongue);
	if (!itemLists.includes(list)) {
		return t('change.field.part', { whole: fieldName(list, tongue), part: fieldName(key, tongue) });
	}
	const item = { list: fieldName(list, tongue), item: itemName(list, key, { record, boards }) };
	if (part === undefined) return t('change.field.item', item);
	return t('change.field.item-part', { ...item, part: fieldName(part, tongue) });
}

function isItem(field: string): boolean {
	const [list = '', , part] = field.split('.');
	return itemLists.includes(list) && part === undefined && field !== list;
}

/** What an item is about: the party that puts in, the measure that is chosen, the period that was measured. */
function itemName(
	list: string,
	key: string,
	{ record, boards }: Pick<ChangedRecord, 'record' | 'boards'>
): string {
	const id = list === 'contributions' ? payerOf(record, key) : key;
	if (list === 'reviews') return String(Number(key) + 1);
	return nameOn(boards, id) ?? key;
}

function payerOf(record: object | undefined, key: string): string {
	const list: unknown = record && Reflect.get(record, 'contributions');
	const items: { id: string; partyId: string }[] = Array.isArray(list) ? list : [];
	return items.find(({ id }) => id === key)?.partyId ?? key;
}
