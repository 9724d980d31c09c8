import { amountText, moneyText, shareText } from '#lib/components/arena/number-text.ts';
import type { BoardContent } from '#lib/document/content.ts';
import { isPlainObject } from '#lib/domain/field.ts';
import type { Quantity } from '#lib/domain/quantity.ts';
import type { TextKey } from '#lib/i18n/messages.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import { nameOn } from './name-on.ts';

type Reading = {
	readonly record: object | undefined;
	readonly boards: readonly BoardContent[];
	readonly tongue: Tongue;
};

const shares = [
	...['probability', 'deadweight', 'attributionToOthers', 'displacement', 'dropOff', 'share'],
	...['associationShare', 'mildIntellectualDisabilityShare', 'lowIncomeShare', 'discountRate']
];
const years = ['startYear', 'priceYear', 'fundingUntilYear', 'electionYears', 'period'];
const names = [
	...['partyId', 'leadPartyId', 'initiatorPartyId', 'indicatorId', 'leadsToEffectId'],
	...['endorsedBy', 'dependsOn', 'measureIds', 'indicatorIds']
];

/** Where the words of a field stand that has a fixed choice of values. */
const words: Readonly<Record<string, string>> = {
	type: 'card.measure.type.',
	domain: 'card.measure.domain.',
	flags: 'card.measure.flag.',
	influence: 'card.influence.',
	dimension: 'card.dimension.',
	direction: 'card.effect.direction.',
	claim: 'card.effect.claim.',
	scope: 'card.evidence.scope.',
	timing: 'card.contribution.timing.',
	sector: 'card.sector.',
	better: 'focus.better.',
	areaLevel: 'area.level.',
	decision: 'scenarios.decided.',
	discountTiming: 'settings.discountTiming.'
};

/** Writes the value of a field as people read it. */
export function valueText(value: unknown, field: string, reading: Reading): string {
	const { t } = reading.tongue;
	if (typeof value === 'boolean') return t(value ? 'change.yes' : 'change.no');
	if (value === undefined || value === null || value === '') return t('change.empty');
	if (Array.isArray(value)) {
		if (value.length === 0) return t('change.empty');
		return value.map((one) => valueText(one, field, reading)).join(', ');
	}
	if (typeof value === 'string') return wordText(value, field, reading);
	if (typeof value === 'number' && years.includes(field)) return String(value);
	if (typeof value === 'number' || isQuantity(value)) return numberText(value, field, reading);
	return partsText(value, field, reading);
}

function wordText(value: string, field: string, { boards, record, tongue }: Reading): string {
	if (names.includes(field)) return nameOn(boards, value) ?? value;
	const prefix = words[field] ?? wordsOf(field, record);
	// What is no word of the list (a source that somebody typed) is written as it stands.
	return (prefix && tongue.t(`${prefix}${value}` as TextKey)) || value;
}

/** Fields that have the same name in several records, with other words. */
function wordsOf(field: string, record: object | undefined): string | undefined {
	if (field === 'kind')
		return record && 'atTable' in record ? 'report.kind.' : 'card.contribution.kind.';
	if (field === 'scale') return 'card.measure.scale.';
	if (field === 'level') return 'area.level.';
	if (field === 'source')
		return record && 'areaLevel' in record ? 'focus.cause.source.' : undefined;
	return undefined;
}

function numberText(
	value: Exclude<Quantity, null>,
	field: string,
	{ record, tongue }: Reading
): string {
	if (shares.includes(field)) return shareText(value, tongue);
	const inPurse = field === 'amount' && record !== undefined && 'contributions' in record;
	const isMoney = inPurse || ['unitValue', 'liveabilityNormPerDwelling'].includes(field);
	const { text, range } = isMoney ? moneyText(value, tongue) : amountText(value, '', tongue);
	return range ? `${text} (${range})` : text;
}

/** What has parts and no words of its own: a source with its address, a view with whose it is. */
function partsText(value: unknown, field: string, reading: Reading): string {
	if (!isPlainObject(value)) return String(value);
	return Object.entries(value)
		.filter(([, part]) => part !== null && part !== '')
		.map(([name, part]) => valueText(part, name, reading))
		.join(': ');
}

function isQuantity(value: unknown): value is Exclude<Quantity, null> {
	return isPlainObject(value) && typeof value.low === 'number' && typeof value.high === 'number';
}
