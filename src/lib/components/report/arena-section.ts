import { contributionLines, effectNumber } from '#lib/components/arena/card-number.ts';
import { shareText } from '#lib/components/arena/number-text.ts';
import { withRange } from '#lib/components/results/left-out.ts';
import type { Effect } from '#lib/domain/effect.ts';
import type { Measure } from '#lib/domain/measure.ts';
import type { ReportSection } from '#lib/exporters/report.ts';
import { formatMonthAfter } from '#lib/i18n/format-date.ts';
import { formatDuration } from '#lib/i18n/format.ts';
import { joined, tableOr } from './blocks.ts';
import type { BoardInput } from './report-input.ts';

/** The arena as it lay on the table: what is done and by whom, and what changes for whom. */
export function arenaSection(input: BoardInput): ReportSection {
	const { file, tongue } = input;
	const { t } = tongue;
	return {
		id: 'arena',
		title: t('report.arena.title', {
			measures: file.measures.length,
			effects: file.effects.length
		}),
		blocks: [
			...tableOr(t('report.measures.none'), {
				caption: t('report.measures', { price: String(file.workshop.priceYear) }),
				columns: [
					t('report.measure'),
					t('report.measure.who'),
					t('report.measure.when'),
					t('report.measure.puts-in')
				],
				rows: file.measures.map((measure) => measureRow(measure, input))
			}),
			...tableOr(t('report.effects.none'), {
				caption: t('report.effects'),
				columns: [
					t('report.effect'),
					t('report.effect.number'),
					t('report.effect.to'),
					t('report.effect.evidence')
				],
				rows: file.effects.map((effect) => effectRow(effect, input))
			})
		]
	};
}

function measureRow(measure: Measure, { file, tongue }: BoardInput): string[] {
	const { startMonth, durationMonths } = measure;
	const nameOf = (partyId: string | null) => file.parties.find(({ id }) => id === partyId)?.name;
	const payers = [...new Set(measure.contributions.map(({ partyId }) => partyId))];
	return [
		measure.title,
		joined([nameOf(measure.leadPartyId), measure.ownerName], ', '),
		joined(
			[
				formatMonthAfter(tongue.current, file.workshop.startYear, startMonth),
				durationMonths === null ? null : formatDuration(tongue.current, durationMonths)
			],
			', '
		),
		payers
			.map((partyId) => {
				const given = measure.contributions.filter((one) => one.partyId === partyId);
				const lines = contributionLines(given, tongue).map((line) => withRange(line, tongue));
				return `${nameOf(partyId)}: ${lines.join(', ')}`;
			})
			.join('; ')
	];
}

function effectRow(effect: Effect, { file, tongue }: BoardInput): string[] {
	const { t } = tongue;
	const receivers = effect.recipients.map(({ partyId, share }) => {
		const name = file.parties.find(({ id }) => id === partyId)?.name ?? partyId;
		return `${name} ${shareText(share, tongue)}`;
	});
	const { level } = effect.evidence;
	return [
		effect.direction === 'harm' ? t('report.effect.harm', { title: effect.title }) : effect.title,
		withRange(effectNumber(effect, tongue), tongue),
		receivers.join('; '),
		level === null ? t('report.effect.no-evidence') : t('report.effect.level', { level })
	];
}
