import { endingKinds, type DeedRow, type DeedStore, type HandIn } from '../deeds.ts';
import type { Database } from './database.ts';

const deedColumns = 'id, workshop_id AS workshopId, kind, subject, member_id AS memberId, at, body';

/** The part of the store on SQLite that keeps what was said, and what was handed in. */
export function sqliteDeeds(database: Database): DeedStore {
	return {
		recordDeed: async (deed) => database.transaction(() => recordDeed(database, deed)),
		listDeeds: async (workshopId, subject) =>
			database.all<DeedRow>(
				`SELECT ${deedColumns} FROM deeds
				WHERE workshop_id = ? AND (? IS NULL OR subject = ?) ORDER BY number`,
				workshopId,
				subject ?? null,
				subject ?? null
			),
		...handIns(database)
	};
}

function recordDeed(database: Database, deed: DeedRow): DeedRow {
	const earlier = database.get<DeedRow>(
		`SELECT ${deedColumns} FROM deeds WHERE id = ? AND workshop_id = ?`,
		deed.id,
		deed.workshopId
	);
	if (earlier) return earlier;
	database.run(
		`INSERT INTO deeds (id, workshop_id, kind, subject, member_id, at, body)
		VALUES (?, ?, ?, ?, ?, ?, ?)`,
		...[deed.id, deed.workshopId, deed.kind, deed.subject, deed.memberId, deed.at, deed.body]
	);
	return deed;
}

function handIns(database: Database) {
	return {
		handIn: async (card) => database.transaction(() => handIn(database, card)),
		takeBack: async ({ workshopId, gathering, memberId, item }) =>
			void database.run(
				`DELETE FROM hand_ins
				WHERE workshop_id = ? AND gathering = ? AND member_id = ? AND item = ?`,
				...[workshopId, gathering, memberId, item]
			),
		handedIn: async (workshopId, gathering) => handedIn(database, workshopId, gathering),
		endGathering: async (deed, bodyOf) =>
			database.transaction(() => {
				const { workshopId, subject } = deed;
				const earlier = endOf(database, workshopId, subject);
				if (earlier) return earlier;
				const body = bodyOf(handedIn(database, workshopId, subject));
				database.run(
					'DELETE FROM hand_ins WHERE workshop_id = ? AND gathering = ?',
					...[workshopId, subject]
				);
				return recordDeed(database, { ...deed, body });
			})
	} satisfies Partial<DeedStore>;
}

function handIn(
	database: Database,
	{ workshopId, gathering, memberId, item, body }: HandIn
): boolean {
	if (endOf(database, workshopId, gathering)) return false;
	database.run(
		`INSERT INTO hand_ins (workshop_id, gathering, member_id, item, body) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (workshop_id, gathering, member_id, item) DO UPDATE SET body = excluded.body`,
		...[workshopId, gathering, memberId, item, body]
	);
	return true;
}

function handedIn(database: Database, workshopId: string, gathering: string): HandIn[] {
	return database.all<HandIn>(
		`SELECT workshop_id AS workshopId, gathering, member_id AS memberId, item, body
		FROM hand_ins WHERE workshop_id = ? AND gathering = ? ORDER BY number`,
		workshopId,
		gathering
	);
}

/** The deed that ended what was handed in for; undefined as long as it goes on. */
function endOf(database: Database, workshopId: string, gathering: string): DeedRow | undefined {
	return database.get<DeedRow>(
		`SELECT ${deedColumns} FROM deeds WHERE workshop_id = ? AND subject = ? AND kind IN (?, ?)`,
		workshopId,
		gathering,
		...endingKinds
	);
}
