import type { AnswerStore, VoteEnd, VoteRow } from '../answers.ts';
import type { Database } from './database.ts';

type StoredVote = {
	id: string;
	workshopId: string;
	subject: string;
	result: string | null;
	openedAt: number;
};

/** Votes and their ballots on SQLite. */
export function sqliteVotes(
	database: Database
): Pick<AnswerStore, 'openVote' | 'findVote' | 'castVote' | 'countBallots' | 'closeVote'> {
	return {
		openVote: async (vote) => openVote(database, vote),
		findVote: async (workshopId, id) => {
			const row = database.get<StoredVote>(
				`SELECT id, workshop_id AS workshopId, subject, result, opened_at AS openedAt
				FROM votes WHERE workshop_id = ? AND id = ?`,
				workshopId,
				id
			);
			return row && voteOf(row);
		},
		castVote: async (voteId, memberId, choices) =>
			database.run(
				`INSERT INTO ballots (vote_id, member_id, choices)
				SELECT id, ?, ? FROM votes WHERE id = ? AND result IS NULL
				ON CONFLICT (vote_id, member_id) DO UPDATE SET choices = excluded.choices`,
				memberId,
				JSON.stringify(choices),
				voteId
			) > 0,
		countBallots: async (voteId) =>
			database.one<{ cast: number }>(
				'SELECT count(*) AS cast FROM ballots WHERE vote_id = ?',
				voteId
			).cast,
		closeVote: async (voteId, endOf) =>
			database.transaction(() => closeVote(database, voteId, endOf))
	};
}

function openVote(database: Database, vote: VoteRow): void {
	database.run(
		`INSERT INTO votes (id, workshop_id, subject, opened_at) VALUES (?, ?, ?, ?)
		ON CONFLICT DO NOTHING`,
		vote.id,
		vote.workshopId,
		JSON.stringify(vote.subject),
		vote.openedAt
	);
}

function closeVote(
	database: Database,
	voteId: string,
	endOf: Parameters<AnswerStore['closeVote']>[1]
): VoteEnd | undefined {
	const row = database.get<{ result: string | null }>(
		'SELECT result FROM votes WHERE id = ?',
		voteId
	);
	if (!row) return undefined;
	if (row.result !== null) return JSON.parse(row.result) as VoteEnd;
	const ballots = database
		.all<{ choices: string }>('SELECT choices FROM ballots WHERE vote_id = ?', voteId)
		.map(({ choices }) => JSON.parse(choices) as string[]);
	const end = endOf(ballots);
	database.run('UPDATE votes SET result = ? WHERE id = ?', JSON.stringify(end), voteId);
	database.run('DELETE FROM ballots WHERE vote_id = ?', voteId);
	return end;
}

function voteOf({ result, subject, ...row }: StoredVote): VoteRow {
	const end = result === null ? undefined : (JSON.parse(result) as VoteEnd);
	return { ...row, subject: JSON.parse(subject) as VoteRow['subject'], end };
}
