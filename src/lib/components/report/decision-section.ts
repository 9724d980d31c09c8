import { scaleText } from '#lib/components/scenario/scale-text.ts';
import { targetName } from '#lib/components/critic/record-names.ts';
import type { Choice, Scenario } from '#lib/domain/scenario.ts';
import type { ReportSection } from '#lib/exporters/report.ts';
import { formatDate } from '#lib/i18n/format-date.ts';
import { joined, pointsOr, tableOr, text, under } from './blocks.ts';
import type { ReportInput } from './report-input.ts';

/** What is decided per measure, by whom it is carried, what is watched and when it stops; and who disagrees. */
export function decisionSection(input: ReportInput): ReportSection {
	const { file, scenarioId, shared, tongue } = input;
	const { t } = tongue;
	const scenario = file.scenarios.find(({ id }) => id === scenarioId);
	if (!scenario) return { id: 'decisions', title: t('report.decisions.none'), blocks: [] };
	const adopted = shared.adopted.some((one) => one.scenarioId === scenarioId);
	return {
		id: 'decisions',
		title: t(adopted ? 'report.decisions.adopted' : 'report.decisions.draft', {
			scenario: scenario.title
		}),
		blocks: [
			...adoptionText(input),
			...tableOr(t('report.decisions.empty'), {
				caption: t('report.decisions'),
				columns: [
					t('report.measure'),
					t('report.decision'),
					t('report.decision.owner'),
					t('report.decision.indicator'),
					t('report.decision.date'),
					t('report.decision.stop')
				],
				rows: scenario.choices.map((choice) => decisionRow(choice, scenario, input))
			}),
			...under(t('report.dissent'), dissent(scenario, input))
		]
	};
}

/** Why the group went on although something was not answered: that is printed, whoever reads it. */
function adoptionText({ shared, scenarioId, file, ask, tongue }: ReportInput) {
	const { t } = tongue;
	const adoption = shared.adopted.findLast((one) => one.scenarioId === scenarioId);
	if (!adoption || adoption.reason === '') return [];
	const asked = adoption.open.findings.map(
		({ rule, target }) => `${targetName(target, file, tongue)}: ${ask(rule)}`
	);
	const challenged = shared.challenges.filter(({ id }) => adoption.open.challengeIds.includes(id));
	return [
		...text(t('report.adopted-open', { reason: adoption.reason })),
		...pointsOr(
			'',
			[...challenged.map((one) => one.text), ...asked].map((words) => ({ lead: '', text: words }))
		)
	];
}

function decisionRow(choice: Choice, scenario: Scenario, input: ReportInput): string[] {
	const { file, shared, tongue } = input;
	const { t, current } = tongue;
	const measure = file.measures.find(({ id }) => id === choice.measureId);
	const effects = file.effects.filter(({ measureIds }) => measureIds.includes(choice.measureId));
	const indicatorIds = new Set(effects.flatMap(({ indicatorId }) => indicatorId ?? []));
	const experiments = shared.experiments.filter((one) =>
		effects.some(({ id }) => id === one.effectId)
	);
	const review = scenario.reviews
		.filter((one) => one.indicatorIds.some((id) => indicatorIds.has(id)))
		.toSorted((one, other) => (one.date < other.date ? -1 : 1))[0];
	const lead = file.parties.find(({ id }) => id === measure?.leadPartyId)?.name;
	const decision = t(`scenarios.decided.${choice.decision ?? 'open'}`);
	const missing = t('report.missing');
	return [
		measure?.title ?? choice.measureId,
		choice.scale === 1 ? decision : `${decision}, ${scaleText(choice.scale, tongue)}`,
		joined([lead, measure?.ownerName], ', ') || missing,
		namesOf(indicatorIds, file.indicators) || missing,
		review ? formatDate(current, review.date) : missing,
		joined([measure?.exitCondition, ...experiments.map(({ stopRule }) => stopRule)]) || missing
	];
}

function namesOf(ids: ReadonlySet<string>, all: ReportInput['file']['indicators']): string {
	return all
		.filter(({ id }) => ids.has(id))
		.map(({ name }) => name)
		.join(', ');
}

/** What the minority says in its own words, and whoever does not agree when asked. */
function dissent(scenario: Scenario, { file, shared, tongue }: ReportInput) {
	const { t } = tongue;
	const nameOf = (partyId: string | null) =>
		file.parties.find(({ id }) => id === partyId)?.name ?? t('forecast.no-party');
	const spoken = shared.signOffs.filter(
		(one) => one.scenarioId === scenario.id && one.verdict !== 'agree'
	);
	return pointsOr(t('report.dissent.none'), [
		...scenario.dissent.map(({ partyId, text: words }) => ({
			lead: nameOf(partyId),
			text: words
		})),
		...spoken.map(({ partyId, verdict, reason }) => ({
			lead: nameOf(partyId),
			text: joined([t(`forecast.verdict.${verdict}`), reason])
		}))
	]);
}
