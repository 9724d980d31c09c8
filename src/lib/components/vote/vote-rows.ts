import type { Vote } from '#lib/document/session/vote.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** The answers to a sentence, in the order in which they are asked; also the ids of its options. */
export const stances = ['agree', 'pass', 'disagree'] as const;

/** One option of a vote with what it got. */
export type VoteRow = { readonly id: string; readonly text: string; readonly count: number };

/** Gives the options of a vote with their counts: dots by most dots, stances in their own order. */
export function voteRows({ kind, options, counts }: Vote, t: Translate): VoteRow[] {
	const rows = options.map(({ id, text }) => {
		const stance = stances.find((one) => kind === 'stance' && one === id);
		return { id, text: stance ? t(`vote.stance.${stance}`) : text, count: counts?.[id] ?? 0 };
	});
	return kind === 'dots' ? rows.sort((one, other) => other.count - one.count) : rows;
}

/** Gives the options with the most votes; none when nobody voted. */
export function winners(rows: readonly VoteRow[]): readonly VoteRow[] {
	const most = Math.max(0, ...rows.map(({ count }) => count));
	return most === 0 ? [] : rows.filter(({ count }) => count === most);
}
