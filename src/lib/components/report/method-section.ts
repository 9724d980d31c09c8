import type { ReportSection } from '#lib/exporters/report.ts';
import { formatNumber, formatPercent, formatTypedPercent } from '#lib/i18n/format.ts';
import { pointsOr, text } from './blocks.ts';
import type { ReportInput } from './report-input.ts';

/** How the numbers were made, with everything that gives the same numbers again. */
export function methodSection({ file, engine, tongue }: ReportInput): ReportSection {
	const { t, current } = tongue;
	const { startYear, horizonYears, priceYear, discountRate, discountTiming, haircuts, policy } =
		file.workshop;
	const changed = Object.entries(policy.thresholds);
	const point = (
		key: 'horizon' | 'prices' | 'discount' | 'haircuts' | 'probability' | 'draws',
		says: string
	) => ({
		lead: t(`report.method.${key}`),
		text: says
	});
	return {
		id: 'method',
		title: t('report.method.title'),
		blocks: [
			...text(t('report.method.text')),
			...pointsOr('', [
				point(
					'horizon',
					t('report.method.horizon.is', { from: String(startYear), years: horizonYears })
				),
				point('prices', t('report.method.prices.is', { price: String(priceYear) })),
				point(
					'discount',
					t('report.method.discount.is', {
						rate: formatTypedPercent(current, discountRate),
						timing: discountTiming
					})
				),
				point(
					'haircuts',
					haircuts
						.map((share, level) =>
							t('report.method.haircut', { level, share: formatPercent(current, share) })
						)
						.join(', ')
				),
				point('probability', t('report.method.probability.is', { mode: engine.probabilityMode })),
				point(
					'draws',
					t('report.method.draws.is', {
						samples: formatNumber(current, engine.samples),
						seed: engine.seed,
						version: engine.version
					})
				),
				...changed.map(([name, value]) => ({
					lead: t('report.method.threshold', { name }),
					text: typeof value === 'number' ? formatNumber(current, value) : value.join(', ')
				}))
			])
		]
	};
}
