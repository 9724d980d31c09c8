import type { ErasingStore, OwnAnswer, OwnDeed, UntouchedWorkshop } from '../erasing.ts';
import type { Database } from './database.ts';
import type { Surroundings } from './surroundings.ts';
import { touchedAtColumn } from './workshops.ts';

const untouched = `SELECT id, ${touchedAtColumn} AS touchedAt, warned_at AS warnedAt FROM workshops`;

/** The part of the store on SQLite that tells what is known of somebody, and what nobody uses. */
export function sqliteErasing(database: Database, { now }: Surroundings): ErasingStore {
	return {
		personalData: async (workshopId, memberId) =>
			database.snapshot(() => ({
				deeds: deedsOf(database, workshopId, memberId),
				unrevealed: unrevealedOf(database, workshopId, memberId),
				devices: database.one<{ count: number }>(
					'SELECT count(*) AS count FROM device_members WHERE member_id = ?',
					memberId
				).count,
				namedRounds: namedRounds(database, workshopId, memberId)
			})),
		workshopsUntouchedSince: async (moment) =>
			database.all(`SELECT * FROM (${untouched}) WHERE touchedAt < ? ORDER BY touchedAt`, moment),
		forgetNames: async (untouchedSince) =>
			database.run(
				`UPDATE members SET name = NULL WHERE name IS NOT NULL AND workshop_id IN (
					SELECT id FROM (${untouched}) WHERE touchedAt < ?
				)`,
				untouchedSince
			),
		findUntouched: async (workshopId) =>
			database.get<UntouchedWorkshop>(`${untouched} WHERE id = ?`, workshopId),
		warnWorkshop: async (workshopId) =>
			void database.run('UPDATE workshops SET warned_at = ? WHERE id = ?', now(), workshopId),
		touchWorkshop: async (workshopId) =>
			void database.run(
				'UPDATE workshops SET kept_at = ?, warned_at = NULL WHERE id = ?',
				now(),
				workshopId
			),
		wipeDeleted: async () => database.execute('PRAGMA wal_checkpoint(TRUNCATE)')
	};
}

function deedsOf(database: Database, workshopId: string, memberId: string): OwnDeed[] {
	return database.all(
		`SELECT kind, subject, at, body FROM deeds WHERE workshop_id = ? AND member_id = ?
		ORDER BY number`,
		workshopId,
		memberId
	);
}

function unrevealedOf(database: Database, workshopId: string, memberId: string): OwnAnswer[] {
	return database.all(
		`SELECT 'card' AS kind, gathering AS subject, body AS answer FROM hand_ins
			WHERE workshop_id = ? AND member_id = ?
		UNION ALL SELECT 'estimate', round_id, answer FROM blind_estimates
			JOIN blind_rounds ON blind_rounds.id = round_id WHERE workshop_id = ? AND giver = ?
		UNION ALL SELECT 'vote', vote_id, choices FROM ballots
			JOIN votes ON votes.id = vote_id WHERE workshop_id = ? AND member_id = ?`,
		...[workshopId, memberId, workshopId, memberId, workshopId, memberId]
	);
}

function namedRounds(database: Database, workshopId: string, memberId: string): string[] {
	return database
		.all<{ id: string }>(
			`SELECT blind_rounds.id FROM blind_rounds, json_each(result, '$.givers') AS giver
			WHERE workshop_id = ? AND result IS NOT NULL AND giver.value = ?`,
			workshopId,
			memberId
		)
		.map(({ id }) => id);
}
