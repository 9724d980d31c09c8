import { targetName } from '#lib/components/critic/record-names.ts';
import { standingOf } from '#lib/components/critic/standing.ts';
import type { SessionChallenge } from '#lib/document/session/challenges.ts';
import type { Question } from '#lib/domain/critic/question.ts';
import type { ReportSection } from '#lib/exporters/report.ts';
import { formatDate } from '#lib/i18n/format-date.ts';
import { joined, pointsOr, tableOr, text, under } from './blocks.ts';
import type { ReportInput } from './report-input.ts';

/** What the critic asked, how each challenge ended, and what was set aside and why. */
export function criticSections(input: ReportInput): ReportSection[] {
	const { shared, tongue } = input;
	const { t } = tongue;
	const open = shared.challenges.filter(({ status }) => status === 'open').length;
	return [
		{
			id: 'challenges',
			ofCritic: true,
			title: t('report.challenges.title', { count: shared.challenges.length, open }),
			blocks: [
				...tableOr(t('report.challenges.none'), {
					caption: t('report.challenges'),
					columns: [
						t('report.challenge'),
						t('report.challenge.about'),
						t('report.challenge.ending')
					],
					rows: shared.challenges.map((challenge) => challengeRow(challenge, input))
				}),
				...under(t('report.dismissed'), dismissed(input)),
				...(shared.arguments.length > 0 ? under(t('report.arguments'), bestArguments(input)) : [])
			]
		},
		findingsSection(input)
	];
}

function challengeRow(challenge: SessionChallenge, input: ReportInput): string[] {
	const { file, tongue } = input;
	const { t, current } = tongue;
	const { investigator, investigateBy, status, answer, evidence } = challenge;
	const party = file.parties.find(({ id }) => id === investigator?.id)?.name;
	const until =
		status === 'investigate' && investigateBy
			? t('report.challenge.until', {
					who: party ?? 'none',
					date: formatDate(current, investigateBy)
				})
			: null;
	return [
		challenge.text,
		targetName(challenge.target, file, tongue),
		joined([t(`challenge.status.${status}`), answer, evidence, until], ' ')
	];
}

function dismissed({ shared, file, ask, tongue }: ReportInput) {
	return pointsOr(
		tongue.t('report.dismissed.none'),
		shared.dismissals.map(({ rule, target, reason }) => ({
			lead: targetName(target, file, tongue),
			text: tongue.t('report.dismissed.reason', { question: ask(rule), reason })
		}))
	);
}

function bestArguments({ shared, file }: ReportInput) {
	return pointsOr(
		'',
		shared.arguments.map(({ measureId, text: words }) => ({
			lead: file.measures.find(({ id }) => id === measureId)?.title ?? measureId,
			text: words
		}))
	);
}

/** One row per rule: what it asks, about which cards, and how many of those still wait for an answer. */
function findingsSection(input: ReportInput): ReportSection {
	const { questions, shared, tongue } = input;
	const { t } = tongue;
	const waiting = questions.filter((question) => standingOf(question, shared) === 'open').length;
	const heavy = questions.filter(({ severity }) => severity === 3);
	const others = questions.filter(({ severity }) => severity !== 3);
	return {
		id: 'findings',
		ofCritic: true,
		title: t('report.findings.title', { count: questions.length, waiting }),
		blocks:
			questions.length === 0
				? text(t('report.findings.none'))
				: [
						...findingsTable(t('report.findings.heavy'), heavy, input),
						...findingsTable(t('report.findings.others'), others, input)
					]
	};
}

function findingsTable(caption: string, questions: readonly Question[], input: ReportInput) {
	const { t } = input.tongue;
	const byRule = Map.groupBy(questions, ({ rule }) => rule);
	return tableOr('', {
		caption,
		columns: [t('report.finding'), t('report.finding.about'), t('report.finding.standing')],
		rows: [...byRule].map(([rule, same]) => findingRow(rule, same, input))
	});
}

/** More names than these make no report clearer; the rest is counted. */
const mostNames = 4;

function findingRow(rule: string, same: readonly Question[], input: ReportInput): string[] {
	const { file, shared, ask, tongue } = input;
	const { t } = tongue;
	const names = [...new Set(same.map(({ target }) => targetName(target, file, tongue)))];
	const more = names.length - mostNames;
	const waiting = same.filter((question) => standingOf(question, shared) === 'open').length;
	return [
		ask(rule),
		joined(
			[names.slice(0, mostNames).join(', '), more > 0 ? t('report.more', { count: more }) : null],
			' '
		),
		t('report.finding.count', { waiting, count: same.length })
	];
}
