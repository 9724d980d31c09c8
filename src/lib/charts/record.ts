import {
	enoughExpectations,
	type Calibration,
	type CalibrationFigures,
	type CalibrationGroup
} from '#lib/domain/forecast/calibration.ts';
import type { Realisation } from '#lib/domain/forecast/realisation.ts';
import { formatNumber, formatPercent } from '#lib/i18n/format.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { Chart, Drawing } from './chart.ts';
import { kindName } from './record-kind.ts';

/** The figures of all outcomes or of a group of them, with what they have in common in words. */
type Named = CalibrationFigures & { readonly name: string };

type Enough = Named & {
	readonly realisation: Realisation;
};

type Covered = Named & { readonly coverage: number; readonly statedConfidence: number };

/** Shows which part of the expected change came, over all and per group of at least ten outcomes. */
export function realisedChart(record: Calibration, tongue: Tongue): Chart {
	const { t, current } = tongue;
	const named = namedFigures(record, tongue);
	const rows = named.filter((one): one is Enough => one.realisation !== null);
	const part = (share: number) => wholePercents(current, share);
	const between = ({ low, high }: Realisation) => ({ low: part(low), high: part(high) });
	const columns = ['group', 'n', 'part', 'between'] as const;
	const all = record.realisation;
	return {
		title: all
			? t('record.part.title', { part: part(all.ratio) })
			: t('record.few.part', { n: record.n }),
		sentence: all
			? t('record.part.sentence', { ...between(all), n: record.n })
			: t('record.few.sentence', { enough: enoughExpectations }),
		drawing: rows.length > 0 ? realisedDrawing(rows, tongue) : undefined,
		table: {
			caption: t('record.part.caption', { enough: enoughExpectations }),
			columns: columns.map((column) => t(`record.column.${column}`)),
			rows: named.map(({ name, n, realisation }) => [
				...[name, formatNumber(current, n)],
				...(realisation
					? [part(realisation.ratio), t('record.between', between(realisation))]
					: [t('record.too-few'), ''])
			]),
			numbers: named.map(({ name, n, realisation }) => [
				...[name, n, realisation?.ratio ?? t('record.too-few')],
				realisation ? t('record.between', between(realisation)) : ''
			])
		}
	};
}

function realisedDrawing(rows: readonly Enough[], { t, current }: Tongue): Drawing {
	const part = (share: number) => wholePercents(current, share);
	return {
		direction: 'across',
		places: { kind: 'named', names: rows.map(({ name }) => name) },
		series: [
			{
				...{ shape: 'bars', label: t('record.part.legend'), ink: 'ontvangt', texture: 'solid' },
				values: rows.map(({ realisation }) => realisation.ratio),
				says: rows.map(({ name, n, realisation: { ratio, low, high } }) =>
					t('record.part.says', {
						...{ name, n, part: part(ratio) },
						...{ low: part(low), high: part(high) }
					})
				)
			}
		],
		marks: [
			{ kind: 'line', at: 1 },
			...rows.map(({ realisation: { low, high } }, place) => ({
				...{ kind: 'interval' as const, low, high, place }
			}))
		],
		inView: [0, 1],
		writeValue: part,
		note: t('record.part.note')
	};
}

/** Shows how often outcomes lay inside the stated band, beside how sure people said they were. */
export function coverageChart(record: Calibration, tongue: Tongue): Chart {
	const { t, current } = tongue;
	const named = namedFigures(record, tongue);
	const rows = named.filter(isCovered);
	const part = (share: number) => wholePercents(current, share);
	const columns = ['group', 'n', 'inside', 'stated', 'score'] as const;
	// Where any group has enough outcomes, all together have.
	const [all] = rows;
	return {
		title: all
			? t(`record.inside.title.${judged(all)}`, {
					inside: part(all.coverage),
					stated: part(all.statedConfidence)
				})
			: t('record.few.inside', { n: record.n }),
		sentence: t(all ? 'record.inside.sentence' : 'record.few.sentence', {
			enough: enoughExpectations
		}),
		drawing: rows.length > 0 ? coverageDrawing(rows, tongue) : undefined,
		table: {
			caption: t('record.inside.caption', { enough: enoughExpectations }),
			columns: columns.map((column) => t(`record.column.${column}`)),
			rows: named.map((one) => [
				...[one.name, formatNumber(current, one.n)],
				...(isCovered(one)
					? [
							...[part(one.coverage), part(one.statedConfidence)],
							formatNumber(current, one.meanIntervalScore ?? NaN)
						]
					: [t('record.too-few'), '', ''])
			]),
			numbers: named.map((one) => [
				...[one.name, one.n],
				...(isCovered(one)
					? [one.coverage, one.statedConfidence, one.meanIntervalScore]
					: [t('record.too-few'), null, null])
			])
		}
	};
}

function coverageDrawing(rows: readonly Covered[], { t, current }: Tongue): Drawing {
	const part = (share: number) => wholePercents(current, share);
	const says = rows.map(({ name, n, coverage, statedConfidence }) =>
		t('record.inside.says', {
			...{ name, n, inside: part(coverage), stated: part(statedConfidence) }
		})
	);
	return {
		direction: 'across',
		places: { kind: 'named', names: rows.map(({ name }) => name) },
		series: [
			{
				...{ shape: 'bars', label: t('record.inside.legend'), ink: 'ontvangt', texture: 'solid' },
				...{ values: rows.map(({ coverage }) => coverage), says }
			},
			{
				...{ shape: 'line', label: t('record.stated.legend'), ink: 'ink', texture: 'solid' },
				...{ values: rows.map(({ statedConfidence }) => statedConfidence), says }
			}
		],
		marks: [],
		inView: [0, 1],
		writeValue: part
	};
}

/**
 * Says how a coverage stands to what was stated: further off than chance makes it in 9 of 10 groups
 * that are as sure as they may be (the score interval of E.B. Wilson, 1927).
 */
function judged({ n, coverage, statedConfidence: stated }: Covered): 'fits' | 'narrow' | 'wide' {
	const off = coverage - stated;
	if (Math.abs(off) <= 1.645 * Math.sqrt((stated * (1 - stated)) / n)) return 'fits';
	return off < 0 ? 'narrow' : 'wide';
}

function isCovered(one: Named): one is Covered {
	return one.n >= enoughExpectations && one.coverage !== null && one.statedConfidence !== null;
}

function namedFigures(record: Calibration, tongue: Tongue): Named[] {
	const all = { ...record, name: tongue.t('record.group.all') };
	return [all, ...record.groups.map((group) => ({ ...group, name: groupName(group, tongue) }))];
}

const groupKeys = {
	measureType: 'record.group.measure',
	dimension: 'record.group.dimension',
	evidenceLevel: 'record.group.evidence'
} as const;

/** What the outcomes of a group have in common, after which kind of thing that is. */
function groupName(group: CalibrationGroup, tongue: Tongue): string {
	const name = kindName(group, tongue) ?? String(group.value);
	return tongue.t(groupKeys[group.by], { name });
}

/** As far as so few outcomes can tell. */
function wholePercents(language: Tongue['current'], share: number): string {
	return formatPercent(language, Math.round(share * 100) / 100);
}
