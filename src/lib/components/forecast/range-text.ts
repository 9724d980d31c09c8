import type { Tongue } from '#lib/components/arena/number-text.ts';
import type { StatedExpectation } from '#lib/domain/forecast/stated-expectation.ts';
import { formatNumber, formatPercent } from '#lib/i18n/format.ts';

type Stated = Pick<StatedExpectation, 'expected' | 'confidence'>;

/** Writes what is expected: "between 6.5 and 7.5, likely 7 (80% sure)". */
export function rangeText({ expected, confidence }: Stated, { current, t }: Tongue): string {
	const { low, likely, high } = expected;
	const write = (value: number) => formatNumber(current, value);
	const sure = formatPercent(current, confidence);
	if (low === high) return t('forecast.point', { likely: write(likely), sure });
	return t('forecast.range', {
		...{ low: write(low), likely: write(likely), high: write(high) },
		sure
	});
}
