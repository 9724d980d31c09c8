import { kindName } from '#lib/charts/record-kind.ts';
import type { Tongue } from '#lib/components/arena/number-text.ts';
import type { ReferenceClass } from '#lib/domain/forecast/reference-class.ts';
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

function kindText(record: ReferenceClass, language: Tongue): string {
	const name = kindName(record, language);
	if (name === undefined || record.by === 'all') return language.t('record.kind.all');
	return language.t(kindKeys[record.by], { name });
}

const kindKeys = {
	measureType: 'record.kind.measure',
	dimension: 'record.kind.dimension',
	evidenceLevel: 'record.kind.evidence'
} as const;
