import type {
	Answered,
	AnswerStore,
	BlindAnswer,
	BlindEstimate,
	BlindRound,
	RoundResult
} from '../answers.ts';
import type { Database } from './database.ts';
import { sqliteVotes } from './votes.ts';

type StoredRound = {
	id: string;
	workshopId: string;
	subject: string;
	anonymous: number;
	hidden: number;
	minGroupSize: number;
	result: string | null;
	openedAt: number;
};

type StoredEstimate = { giver: string; partyId: string | null; answer: string };

const roundColumns = `id, workshop_id AS workshopId, subject, anonymous, hidden,
	min_group_size AS minGroupSize, result, opened_at AS openedAt`;

/** The part of the store on SQLite that keeps answers nobody may see yet. */
export function sqliteAnswers(database: Database): AnswerStore {
	return {
		...rounds(database),
		...sqliteVotes(database),
		...speakerNotes(database),
		listAnswered: async (workshopId) =>
			database.all<Answered>(
				`SELECT round_id AS id, giver AS memberId FROM blind_estimates
				JOIN blind_rounds ON blind_rounds.id = round_id WHERE workshop_id = ? AND result IS NULL
				UNION ALL
				SELECT vote_id, member_id FROM ballots
				JOIN votes ON votes.id = vote_id WHERE workshop_id = ? AND result IS NULL`,
				workshopId,
				workshopId
			)
	};
}

function rounds(database: Database) {
	const isOpen = (id: string) =>
		database.get('SELECT 1 FROM blind_rounds WHERE id = ? AND result IS NULL', id) !== undefined;
	const whileOpen = (id: string, change: () => void) =>
		database.transaction(() => {
			if (!isOpen(id)) return false;
			change();
			return true;
		});
	return {
		openRound: async (round) => database.transaction(() => openRound(database, round)),
		findRound: async (workshopId, id) => {
			const row = database.get<StoredRound>(
				`SELECT ${roundColumns} FROM blind_rounds WHERE workshop_id = ? AND id = ?`,
				workshopId,
				id
			);
			return row && roundOf(row);
		},
		submitEstimate: async (id, estimate) => whileOpen(id, () => put(database, id, estimate)),
		listEstimates: async (id) => estimatesOf(database, id),
		resetRound: async (id) =>
			whileOpen(id, () => database.run('DELETE FROM blind_estimates WHERE round_id = ?', id)),
		cancelRound: async (id) =>
			whileOpen(id, () => database.run('DELETE FROM blind_rounds WHERE id = ?', id)),
		revealRound: async (id, resultOf) =>
			database.transaction(() => {
				const row = database.get<{ result: string | null }>(
					'SELECT result FROM blind_rounds WHERE id = ?',
					id
				);
				if (!row) return undefined;
				if (row.result !== null) return JSON.parse(row.result) as RoundResult;
				const result = resultOf(estimatesOf(database, id));
				database.run('UPDATE blind_rounds SET result = ? WHERE id = ?', JSON.stringify(result), id);
				database.run('DELETE FROM blind_estimates WHERE round_id = ?', id);
				return result;
			})
	} satisfies Partial<AnswerStore>;
}

function openRound(database: Database, round: BlindRound): boolean {
	const { id, workshopId, subject } = round;
	if (database.get('SELECT 1 FROM blind_rounds WHERE id = ?', id)) return true;
	const added = database.run(
		`INSERT INTO blind_rounds (id, workshop_id, topic, subject, anonymous, hidden, min_group_size, opened_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		id,
		workshopId,
		subject.kind === 'practice' ? 'practice' : `${subject.effectId}/${subject.field}`,
		JSON.stringify(subject),
		Number(round.anonymous),
		Number(round.hidden),
		round.minGroupSize,
		round.openedAt
	);
	return added > 0;
}

function put(database: Database, roundId: string, estimate: BlindEstimate): void {
	const { giver, partyId, numbers, reason } = estimate;
	database.run(
		`INSERT INTO blind_estimates (round_id, giver, party_id, answer) VALUES (?, ?, ?, ?)
		ON CONFLICT (round_id, giver) DO UPDATE SET party_id = excluded.party_id, answer = excluded.answer`,
		roundId,
		giver,
		partyId,
		JSON.stringify({ numbers, reason })
	);
}

function estimatesOf(database: Database, roundId: string): BlindEstimate[] {
	return database
		.all<StoredEstimate>(
			`SELECT giver, party_id AS partyId, answer FROM blind_estimates WHERE round_id = ?
			ORDER BY giver`,
			roundId
		)
		.map(({ answer, ...who }) => ({ ...who, ...(JSON.parse(answer) as BlindAnswer) }));
}

function roundOf(row: StoredRound): BlindRound {
	return {
		...row,
		subject: JSON.parse(row.subject) as BlindRound['subject'],
		anonymous: row.anonymous === 1,
		hidden: row.hidden === 1,
		result: row.result === null ? undefined : (JSON.parse(row.result) as RoundResult)
	};
}

function speakerNotes(database: Database) {
	return {
		speakerNotes: async (workshopId) => {
			const rows = database.all<{ stepId: string; text: string }>(
				'SELECT step_id AS stepId, text FROM speaker_notes WHERE workshop_id = ?',
				workshopId
			);
			return Object.fromEntries(rows.map(({ stepId, text }) => [stepId, text]));
		},
		replaceSpeakerNotes: async (workshopId, notes) =>
			database.transaction(() => {
				database.run('DELETE FROM speaker_notes WHERE workshop_id = ?', workshopId);
				for (const [stepId, text] of Object.entries(notes)) {
					database.run(
						'INSERT INTO speaker_notes (workshop_id, step_id, text) VALUES (?, ?, ?)',
						workshopId,
						stepId,
						text
					);
				}
			})
	} satisfies Partial<AnswerStore>;
}
