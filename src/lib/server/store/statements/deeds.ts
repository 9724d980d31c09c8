import type { Database } from '../database.ts';
import { endingKinds, type DeedRow, type DeedStore, type HandIn } from '../deeds.ts';
import { all, get, run, type Work } from './statement.ts';

const deedColumns =
	'id, workshop_id AS "workshopId", kind, subject, member_id AS "memberId", at, body';

/** The part of the store that keeps what was said, and what was handed in. */
export function deedStore(database: Database): DeedStore {
	return {
		recordDeed: (deed) => database.transaction(() => recordDeed(deed)),
		listDeeds: (workshopId, subject) =>
			database.read(() =>
				all<DeedRow>(
					`SELECT ${deedColumns} FROM deeds
					WHERE workshop_id = ? AND (CAST(? AS TEXT) IS NULL OR subject = ?) ORDER BY number`,
					workshopId,
					subject ?? null,
					subject ?? null
				)
			),
		handIn: (card) => database.transaction(() => handIn(card)),
		takeBack: async (card) => void (await database.transaction(() => takeBack(card))),
		handedIn: (workshopId, gathering) => database.read(() => handedIn(workshopId, gathering)),
		endGathering: (deed, bodyOf) => database.transaction(() => endGathering(deed, bodyOf))
	};
}

function* recordDeed(deed: DeedRow): Work<DeedRow> {
	const earlier = yield* get<DeedRow>(
		`SELECT ${deedColumns} FROM deeds WHERE id = ? AND workshop_id = ?`,
		deed.id,
		deed.workshopId
	);
	if (earlier) return earlier;
	yield* run(
		`INSERT INTO deeds (id, workshop_id, kind, subject, member_id, at, body)
		VALUES (?, ?, ?, ?, ?, ?, ?)`,
		...[deed.id, deed.workshopId, deed.kind, deed.subject, deed.memberId, deed.at, deed.body]
	);
	return deed;
}

function* endGathering(
	deed: Parameters<DeedStore['endGathering']>[0],
	bodyOf: Parameters<DeedStore['endGathering']>[1]
): Work<DeedRow> {
	const { workshopId, subject } = deed;
	const earlier = yield* endOf(workshopId, subject);
	if (earlier) return earlier;
	const body = bodyOf(yield* handedIn(workshopId, subject));
	yield* run(
		'DELETE FROM hand_ins WHERE workshop_id = ? AND gathering = ?',
		...[workshopId, subject]
	);
	return yield* recordDeed({ ...deed, body });
}

function* handIn({ workshopId, gathering, memberId, item, body }: HandIn): Work<boolean> {
	if (yield* endOf(workshopId, gathering)) return false;
	yield* run(
		`INSERT INTO hand_ins (workshop_id, gathering, member_id, item, body) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (workshop_id, gathering, member_id, item) DO UPDATE SET body = excluded.body`,
		...[workshopId, gathering, memberId, item, body]
	);
	return true;
}

function takeBack({ workshopId, gathering, memberId, item }: Omit<HandIn, 'body'>): Work<number> {
	return run(
		'DELETE FROM hand_ins WHERE workshop_id = ? AND gathering = ? AND member_id = ? AND item = ?',
		...[workshopId, gathering, memberId, item]
	);
}

function handedIn(workshopId: string, gathering: string): Work<HandIn[]> {
	return all<HandIn>(
		`SELECT workshop_id AS "workshopId", gathering, member_id AS "memberId", item, body
		FROM hand_ins WHERE workshop_id = ? AND gathering = ? ORDER BY number`,
		workshopId,
		gathering
	);
}

/** The deed that ended what was handed in for; undefined as long as it goes on. */
function endOf(workshopId: string, gathering: string): Work<DeedRow | undefined> {
	return get<DeedRow>(
		`SELECT ${deedColumns} FROM deeds WHERE workshop_id = ? AND subject = ? AND kind IN (?, ?)`,
		workshopId,
		gathering,
		...endingKinds
	);
}
