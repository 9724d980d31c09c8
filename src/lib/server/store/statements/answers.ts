import type { Answered, AnswerStore } from '../answers.ts';
import type { Database } from '../database.ts';
import { roundStore } from './rounds.ts';
import { all, run, type Work } from './statement.ts';
import { voteStore } from './votes.ts';

/** The part of the store that keeps answers nobody may see yet. */
export function answerStore(database: Database): AnswerStore {
	return {
		...roundStore(database),
		...voteStore(database),
		speakerNotes: (workshopId) => database.read(() => speakerNotes(workshopId)),
		replaceSpeakerNotes: (workshopId, notes) =>
			database.transaction(() => replaceSpeakerNotes(workshopId, notes)),
		listAnswered: (workshopId) =>
			database.read(() =>
				all<Answered>(
					`SELECT round_id AS id, giver AS "memberId" FROM blind_estimates
					JOIN blind_rounds ON blind_rounds.id = round_id WHERE workshop_id = ? AND result IS NULL
					UNION ALL
					SELECT vote_id, member_id FROM ballots
					JOIN votes ON votes.id = vote_id WHERE workshop_id = ? AND result IS NULL`,
					workshopId,
					workshopId
				)
			)
	};
}

function* speakerNotes(workshopId: string): Work<Record<string, string>> {
	const rows = yield* all<{ stepId: string; text: string }>(
		'SELECT step_id AS "stepId", text FROM speaker_notes WHERE workshop_id = ?',
		workshopId
	);
	return Object.fromEntries(rows.map(({ stepId, text }) => [stepId, text]));
}

function* replaceSpeakerNotes(
	workshopId: string,
	notes: Readonly<Record<string, string>>
): Work<void> {
	yield* run('DELETE FROM speaker_notes WHERE workshop_id = ?', workshopId);
	for (const [stepId, text] of Object.entries(notes)) {
		yield* run(
			'INSERT INTO speaker_notes (workshop_id, step_id, text) VALUES (?, ?, ?)',
			workshopId,
			stepId,
			text
		);
	}
}
