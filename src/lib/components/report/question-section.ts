import type { ReportSection } from '#lib/exporters/report.ts';
import { formatNumber, formatPercent } from '#lib/i18n/format.ts';
import { joined, tableOr, text } from './blocks.ts';
import type { BoardInput } from './report-input.ts';

/** Where it is about, and who sat at the table. */
export function questionSection({ file, tongue }: BoardInput): ReportSection {
	const { t } = tongue;
	return {
		id: 'area',
		title: t('report.area.title', { name: file.workshop.area?.name || t('report.area.unnamed') }),
		blocks: [
			...text(areaText(file.workshop.area, tongue)),
			...text(peopleText(file.workshop.people, tongue)),
			...tableOr(t('report.parties.none'), {
				caption: t('report.parties'),
				columns: [t('report.party'), t('report.party.kind'), t('report.party.at-table')],
				rows: file.parties.map(({ name, kind, sector, atTable }) => [
					name,
					joined([t(`report.kind.${kind}`), t(`card.sector.${sector}`)], ', '),
					t(atTable ? 'report.yes' : 'report.not-at-table')
				])
			})
		]
	};
}

function areaText(
	area: BoardInput['file']['workshop']['area'],
	{ t, current }: BoardInput['tongue']
): string {
	if (!area) return '';
	const share = (value: number | null, key: 'association' | 'disability' | 'low-income') =>
		value === null ? null : t(`report.area.${key}`, { share: formatPercent(current, value) });
	return joined(
		[
			area.dwellings === null
				? null
				: t('report.area.dwellings', { count: formatNumber(current, area.dwellings) }),
			share(area.associationShare, 'association'),
			share(area.lowIncomeShare, 'low-income'),
			share(area.mildIntellectualDisabilityShare, 'disability')
		],
		' '
	);
}

function peopleText(
	{ facilitator, participant, critic }: BoardInput['file']['workshop']['people'],
	{ t }: BoardInput['tongue']
): string {
	if (facilitator + participant + critic === 0) return '';
	return t('report.people', { facilitator, participant, critic });
}
