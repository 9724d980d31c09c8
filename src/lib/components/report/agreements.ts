import { contributionLines } from '#lib/components/arena/card-number.ts';
import { withRange } from '#lib/components/results/left-out.ts';
import { scaleText } from '#lib/components/scenario/scale-text.ts';
import { agreementsOf, type Agreement } from '#lib/domain/agreements.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import type { Report } from '#lib/exporters/report.ts';
import type { Table } from '#lib/exporters/table.ts';
import { formatMonth, formatMonthAfter } from '#lib/i18n/format-date.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import { joined, tableOr, text } from './blocks.ts';

type Input = {
	readonly file: WorkshopFile;
	readonly scenarioId: string;
	/** What the scenario is called. */
	readonly scenario: string;
	readonly tongue: Tongue;
};

/** Who does what, with what, from when, and whether that is promised: as a paper to sign. */
export function agreementsReport(input: Input): Report {
	const { file, scenario, tongue } = input;
	const { t } = tongue;
	const all = agreementsOf(file, input.scenarioId);
	const open = all.filter(({ contribution }) => !contribution.confirmed).length;
	return {
		title: file.workshop.title,
		kind: t('agreements.name'),
		question: file.workshop.question,
		footer: t('agreements.footer', { price: String(file.workshop.priceYear) }),
		sections: [
			{
				id: 'agreements',
				title: t('agreements.title', { count: all.length, open }),
				blocks: [
					...text(t('agreements.lead', { scenario })),
					...tableOr(t('agreements.none'), {
						caption: t('agreements.caption', { scenario, price: String(file.workshop.priceYear) }),
						columns: columnsIn(tongue),
						rows: all.map((agreement) => agreementRow(agreement, input))
					})
				]
			}
		]
	};
}

/** The same list for a spreadsheet. */
export function agreementsTable(input: Input): Table {
	return {
		id: 'agreements',
		title: input.tongue.t('agreements.name'),
		columns: columnsIn(input.tongue),
		rows: agreementsOf(input.file, input.scenarioId).map((one) => agreementRow(one, input))
	};
}

function columnsIn({ t }: Tongue): string[] {
	return [
		t('agreements.who'),
		t('agreements.what'),
		t('agreements.with'),
		t('agreements.from'),
		t('agreements.lead-party'),
		t('agreements.confirmed')
	];
}

function agreementRow(agreement: Agreement, { file, tongue }: Input): string[] {
	const { measure, party, lead, contribution, scale } = agreement;
	const { t, current } = tongue;
	const [line] = contributionLines([contribution], tongue);
	const { confirmed, deadline } = contribution;
	const waits = deadline
		? t('agreements.before', { month: formatMonth(current, deadline) })
		: t('agreements.open');
	const amount = withRange(line, tongue);
	return [
		party.name,
		measure.title,
		scale === 1 ? amount : t('agreements.scaled', { amount, scale: scaleText(scale, tongue) }),
		formatMonthAfter(current, file.workshop.startYear, measure.startMonth),
		joined([lead?.name, measure.ownerName], ', ') || t('report.missing'),
		confirmed ? t('agreements.yes') : waits
	];
}
