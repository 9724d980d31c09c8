import type { Database } from '../database.ts';
import type { ErasingStore, OwnAnswer, OwnDeed, PersonalData } from '../erasing.ts';
import { all, one, type Work } from './statement.ts';

/** The part of the store that tells what is known of somebody. */
export function erasingStore(database: Database): ErasingStore {
	return {
		personalData: (workshopId, memberId) =>
			database.snapshot(() => personalData(workshopId, memberId)),
		wipeDeleted: () => database.wipeDeleted()
	};
}

function* personalData(workshopId: string, memberId: string): Work<PersonalData> {
	const devices = yield* one<{ count: number }>(
		'SELECT count(*) AS count FROM device_members WHERE member_id = ?',
		memberId
	);
	return {
		deeds: yield* deedsOf(workshopId, memberId),
		unrevealed: yield* unrevealedOf(workshopId, memberId),
		devices: devices.count,
		namedRounds: yield* namedRounds(workshopId, memberId)
	};
}

function deedsOf(workshopId: string, memberId: string): Work<OwnDeed[]> {
	return all(
		`SELECT kind, subject, at, body FROM deeds WHERE workshop_id = ? AND member_id = ?
		ORDER BY number`,
		workshopId,
		memberId
	);
}

function unrevealedOf(workshopId: string, memberId: string): Work<OwnAnswer[]> {
	return all(
		`SELECT 'card' AS kind, gathering AS subject, body AS answer FROM hand_ins
			WHERE workshop_id = ? AND member_id = ?
		UNION ALL SELECT 'estimate', round_id, answer FROM blind_estimates
			JOIN blind_rounds ON blind_rounds.id = round_id WHERE workshop_id = ? AND giver = ?
		UNION ALL SELECT 'vote', vote_id, choices FROM ballots
			JOIN votes ON votes.id = vote_id WHERE workshop_id = ? AND member_id = ?`,
		...[workshopId, memberId, workshopId, memberId, workshopId, memberId]
	);
}

function* namedRounds(workshopId: string, memberId: string): Work<string[]> {
	const ended = yield* all<{ id: string; result: string }>(
		`SELECT id, result FROM blind_rounds WHERE workshop_id = ? AND result IS NOT NULL
		ORDER BY opened_at, id`,
		workshopId
	);
	return ended.filter(({ result }) => giversOf(result).includes(memberId)).map(({ id }) => id);
}

function giversOf(result: string): readonly string[] {
	return (JSON.parse(result) as { givers: readonly string[] | null }).givers ?? [];
}
