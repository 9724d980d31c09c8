import type { AnswerStore, VoteEnd, VoteRow } from '../answers.ts';
import type { Database } from '../database.ts';
import { all, get, one, run, type Work } from './statement.ts';

type StoredVote = {
	id: string;
	workshopId: string;
	subject: string;
	result: string | null;
	openedAt: number;
};

type VoteStore = Pick<
	AnswerStore,
	'openVote' | 'findVote' | 'castVote' | 'countBallots' | 'closeVote'
>;

/** Votes and their ballots. */
export function voteStore(database: Database): VoteStore {
	return {
		openVote: (vote) => database.transaction(() => openVote(vote)),
		findVote: (workshopId, id) => database.read(() => findVote(workshopId, id)),
		castVote: (voteId, memberId, choices) =>
			database.transaction(() => castVote(voteId, memberId, choices)),
		countBallots: async (voteId) => {
			const counting = 'SELECT count(*) AS cast FROM ballots WHERE vote_id = ?';
			return (await database.read(() => one<{ cast: number }>(counting, voteId))).cast;
		},
		closeVote: (voteId, endOf) => database.transaction(() => closeVote(voteId, endOf))
	};
}

function* openVote(vote: VoteRow): Work<void> {
	yield* run(
		`INSERT INTO votes (id, workshop_id, subject, opened_at) VALUES (?, ?, ?, ?)
		ON CONFLICT DO NOTHING`,
		vote.id,
		vote.workshopId,
		JSON.stringify(vote.subject),
		vote.openedAt
	);
}

function* findVote(workshopId: string, id: string): Work<VoteRow | undefined> {
	const row = yield* get<StoredVote>(
		`SELECT id, workshop_id AS "workshopId", subject, result, opened_at AS "openedAt"
		FROM votes WHERE workshop_id = ? AND id = ?`,
		workshopId,
		id
	);
	return row && voteOf(row);
}

function* castVote(voteId: string, memberId: string, choices: readonly string[]): Work<boolean> {
	const added = yield* run(
		`INSERT INTO ballots (vote_id, member_id, choices)
		SELECT id, ?, ? FROM votes WHERE id = ? AND result IS NULL
		ON CONFLICT (vote_id, member_id) DO UPDATE SET choices = excluded.choices`,
		memberId,
		JSON.stringify(choices),
		voteId
	);
	return added > 0;
}

function* closeVote(
	voteId: string,
	endOf: Parameters<AnswerStore['closeVote']>[1]
): Work<VoteEnd | undefined> {
	const row = yield* get<{ result: string | null }>(
		'SELECT result FROM votes WHERE id = ?',
		voteId
	);
	if (!row) return undefined;
	if (row.result !== null) return JSON.parse(row.result) as VoteEnd;
	const ballots = yield* all<{ choices: string }>(
		'SELECT choices FROM ballots WHERE vote_id = ?',
		voteId
	);
	const end = endOf(ballots.map(({ choices }) => JSON.parse(choices) as string[]));
	yield* run('UPDATE votes SET result = ? WHERE id = ?', JSON.stringify(end), voteId);
	yield* run('DELETE FROM ballots WHERE vote_id = ?', voteId);
	return end;
}

function voteOf({ result, subject, ...row }: StoredVote): VoteRow {
	const end = result === null ? undefined : (JSON.parse(result) as VoteEnd);
	return { ...row, subject: JSON.parse(subject) as VoteRow['subject'], end };
}
