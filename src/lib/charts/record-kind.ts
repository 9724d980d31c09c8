import type { GroupKey } from '#lib/domain/forecast/calibration.ts';
import { evidenceLevels } from '#lib/domain/library/evidence-levels.ts';
import { measureTypes } from '#lib/domain/measure.ts';
import { dimensions } from '#lib/domain/vocabulary.ts';
import type { Tongue } from '#lib/i18n/translate.ts';

/** What a group of expectations has in common; `all` is no more than the organisation. */
type RecordKind = { readonly by: GroupKey | 'all'; readonly value: string | number | null };

/** Names the type of measure, the theme or the evidence level of a group; undefined for all together. */
export function kindName({ by, value }: RecordKind, { t, current }: Tongue): string | undefined {
	const type = measureTypes.find((one) => by === 'measureType' && one === value);
	if (type) return t(`card.measure.type.${type}`);
	const theme = dimensions.find((one) => by === 'dimension' && one === value);
	if (theme) return t(`card.dimension.${theme}`);
	return evidenceLevels.find((one) => by === 'evidenceLevel' && one.level === value)?.label[
		current
	];
}
