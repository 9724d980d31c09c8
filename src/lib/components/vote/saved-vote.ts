import type { Vote } from '#lib/document/session/vote.ts';
import type { SavedTable } from '#lib/components/chart/saved-table.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import { voteRows } from './vote-rows.ts';

/** What a vote came to as it is saved: its options with their counts, as on screen. */
export function savedVote(vote: Vote, t: Translate): SavedTable {
	return {
		caption: vote.question,
		columns: [t('vote.saved.option'), t(`vote.saved.${vote.kind}`)],
		rows: voteRows(vote, t).map(({ text, count }) => [text, count])
	};
}
