import type { Tongue } from '#lib/components/arena/number-text.ts';
import type { Finding } from '#lib/domain/critic/finding.ts';
import type { Value } from '#lib/domain/critic/judgement.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { formatDate, formatMonthAfter } from '#lib/i18n/format-date.ts';
import { formatDuration, formatEurosShort, formatNumber, formatPercent } from '#lib/i18n/format.ts';
import type { TextKey } from '#lib/i18n/messages.ts';
import { fieldText } from './field-text.ts';
import { nameOfRecord } from './record-names.ts';
import { seenSpec, type SeenKind } from './seen-kinds.ts';

/** One value that the critic looked at, in words. */
export type Seen = { readonly label: string; readonly text: string };

/**
 * Writes what a rule looked at. A rule that names no values looked at its field, so that what stands
 * there now is shown.
 */
export function seenOf(finding: Finding, file: WorkshopFile, tongue: Tongue): Seen[] {
	const seen = Object.entries(finding.values).flatMap(([name, value]): Seen[] => {
		const spec = seenSpec(finding.rule, name);
		if (!spec || isEmptyList(value)) return [];
		return [{ label: tongue.t(spec.label), text: textOf(value, spec.kind, { file, tongue }) }];
	});
	if (seen.length > 0) return seen;
	const now = fieldText(finding.target, file, tongue);
	return now === undefined ? [] : [{ label: tongue.t('critic.seen.now'), text: now }];
}

type Written = { readonly file: WorkshopFile; readonly tongue: Tongue };

function isEmptyList(value: Value): boolean {
	return typeof value === 'object' && value !== null && value.length === 0;
}

function textOf(value: Value, kind: SeenKind, written: Written): string {
	if (typeof value === 'object' && value !== null)
		return value.map((one) => textOf(one, kind, written)).join(', ');
	if (value === null || value === '') return written.tongue.t('critic.seen.empty');
	return typeof value === 'number'
		? numberText(value, kind, written)
		: wordText(value, kind, written);
}

function numberText(value: number, kind: SeenKind, { file, tongue }: Written): string {
	const { current, t } = tongue;
	if (kind === 'share') return formatPercent(current, value);
	if (kind === 'euros') return formatEurosShort(current, value);
	if (kind === 'months') return formatDuration(current, value);
	if (kind === 'month') return formatMonthAfter(current, file.workshop.startYear, value);
	if (kind === 'level') return t('card.evidence.level', { level: value });
	return kind === 'year' ? String(value) : formatNumber(current, value);
}

/** Where the words of a choice stand in the locale files. */
const words: Partial<Record<SeenKind, string>> = {
	areaLevel: 'area.level',
	dimension: 'card.dimension',
	sector: 'card.sector',
	measureType: 'card.measure.type',
	overlap: 'critic.overlap'
};

function wordText(value: string, kind: SeenKind, { file, tongue }: Written): string {
	const place = words[kind];
	// The domain gives these values, and each of them has its words there.
	if (place) return tongue.t(`${place}.${value}` as TextKey);
	if (kind === 'date') return formatDate(tongue.current, value);
	if (kind === 'contribution') return contributorOf(value, file) ?? value;
	return kind === 'text' ? `“${value.trim()}”` : (nameOfRecord(value, file) ?? value);
}

function contributorOf(id: string, file: WorkshopFile): string | undefined {
	const contribution = file.measures
		.flatMap(({ contributions }) => contributions)
		.find((one) => one.id === id);
	return contribution && nameOfRecord(contribution.partyId, file);
}
