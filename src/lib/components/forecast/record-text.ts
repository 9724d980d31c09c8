import type { Tongue } from '#lib/components/arena/number-text.ts';
import type { ReferenceClass } from '#lib/domain/forecast/reference-class.ts';
import { evidenceLevels } from '#lib/domain/library/evidence-levels.ts';
import { measureTypes } from '#lib/domain/measure.ts';
import { dimensions } from '#lib/domain/vocabulary.ts';
import { formatPercent } from '#lib/i18n/format.ts';

/** Says what came of earlier estimates like a new one: which, which part, how sure, of how many. */
export function recordText(record: ReferenceClass, language: Tongue): string {
	const { t } = language;
	const { n, realisation } = record;
	return t('record.text', {
		n,
		kind: kindText(record, language),
		part: partText(realisation.ratio, language),
		low: partText(realisation.low, language),
		high: partText(realisation.high, language)
	});
}

/** A share in a sentence: whole percents, as far as so few outcomes can tell. */
export function partText(share: number, { current }: Pick<Tongue, 'current'>): string {
	return formatPercent(current, Math.round(share * 100) / 100);
}

function kindText({ by, value }: RecordKind, language: Tongue): string {
	const name = kindName({ by, value }, language);
	if (name === undefined) return language.t('record.kind.all');
	const { t } = language;
	if (by === 'measureType') return t('record.kind.measure', { name });
	return by === 'dimension'
		? t('record.kind.dimension', { name })
		: t('record.kind.evidence', { name });
}

/** What earlier estimates have in common. */
type RecordKind = Pick<ReferenceClass, 'by' | 'value'>;

/** Names a kind of estimates: a type of measure, a theme or an evidence level; undefined for all of them. */
export function kindName({ by, value }: RecordKind, { t, current }: Tongue): string | undefined {
	const type = by === 'measureType' ? measureTypes.find((one) => one === value) : undefined;
	if (type) return t(`card.measure.type.${type}`);
	const theme = by === 'dimension' ? dimensions.find((one) => one === value) : undefined;
	if (theme) return t(`card.dimension.${theme}`);
	return evidenceLevels.find((one) => by === 'evidenceLevel' && one.level === value)?.label[
		current
	];
}
