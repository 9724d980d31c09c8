import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import type { Settings } from '#lib/domain/workshop.ts';
import { formatEurosRange, formatEurosShort } from '#lib/i18n/format.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { ChartTable } from './chart.ts';
import { totalOf, type Flow, type Flows } from './flows.ts';
import { wholeEuros } from './whole-euros.ts';

/** Says in one sentence where a euro that comes back ends up. */
export function flowsTitle({ receives }: Flows, { t }: Tongue): string {
	const benefits = (flows: readonly Flow[]) =>
		flows
			.flatMap(({ parts }) => parts)
			.reduce((sum, { texture, euros }) => (texture === 'hatched' ? sum : sum + euros), 0);
	const all = benefits(receives);
	if (!(all > 0)) return t('flows.title.nothing');
	const people = benefits(receives.filter(({ party }) => party?.kind === 'people'));
	return t('flows.title', { cents: Math.round((100 * people) / all) });
}

/** Says what goes in and what comes out, with its range, price year and number of years. */
export function flowsSentence(
	{ cost, benefit, harm }: Pick<ScenarioValue, 'cost' | 'benefit' | 'harm'>,
	{ horizonYears, priceYear }: Pick<Settings, 'horizonYears' | 'priceYear'>,
	{ t, current }: Tongue
): string {
	const amount = (name: 'in' | 'out' | 'harm', { mean, p5, p95 }: typeof cost) =>
		mean === 0
			? t(`flows.${name}.none`)
			: t(`flows.${name}`, {
					euros: formatEurosShort(current, mean),
					spread: p5 === p95 ? 'no' : 'yes',
					range: formatEurosRange(current, p5, p95)
				});
	return [
		amount('in', cost),
		amount('out', benefit),
		...(harm.mean < 0 ? [amount('harm', harm)] : []),
		t('flows.scope', { years: horizonYears, price: String(priceYear) })
	].join(' ');
}

/** Lists what each party pays and receives, split by how certain it is; what has no amount says so. */
export function flowsTable({ pays, receives }: Flows, { t, current }: Tongue): ChartTable {
	const textures = ['solid', 'striped', 'dotted', 'hatched'] as const;
	const amounts = (flow: Flow) =>
		textures.map((texture) => {
			const part = flow.parts.find((one) => one.texture === texture);
			return part && (texture === 'hatched' ? -part.euros : part.euros);
		});
	const listed = [
		...pays.map((flow) => ({ flow, side: 'pays' as const })),
		...receives.map((flow) => ({ flow, side: 'receives' as const }))
	].map(({ flow, side }) => ({
		name: t(`flows.row.${side}`, { party: flow.party?.name ?? t('matrix.unallocated') }),
		amounts: amounts(flow),
		total: flow.parts.length > 0 ? totalOf(flow) : undefined
	}));
	const text = (euros: number | undefined, absent: string) =>
		euros === undefined ? absent : formatEurosShort(current, euros);
	const whole = (euros: number | undefined) => (euros === undefined ? null : wholeEuros(euros));
	return {
		caption: t('flows.caption'),
		columns: ['row', 'solid', 'striped', 'dotted', 'hatched', 'total'].map((column) =>
			t(`flows.column.${column as 'row' | (typeof textures)[number] | 'total'}`)
		),
		rows: listed.map((row) => [
			...[row.name, ...row.amounts.map((euros) => text(euros, '–'))],
			text(row.total, t('flows.no-amount'))
		]),
		numbers: listed.map((row) => [row.name, ...row.amounts.map(whole), whole(row.total)])
	};
}
