import type { Tongue } from '#lib/components/arena/number-text.ts';
import { formatNumber } from '#lib/i18n/format.ts';

/** Writes how large a measure is taken in a scenario: `half`, `twee keer zo groot`, `× 0,3`. */
export function scaleText(scale: number, { t, current }: Tongue): string {
	if (scale === 0.5) return t('scenarios.scale.half');
	if (scale === 2) return t('scenarios.scale.double');
	return t('scenarios.scale.times', { times: formatNumber(current, scale) });
}
