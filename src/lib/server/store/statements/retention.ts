import { nameTerm, usualNameTerm, warningDays, type Usage } from '#lib/domain/retention.ts';
import type { Database } from '../database.ts';
import type { Dialect } from '../dialect.ts';
import type { RetentionStore } from '../retention.ts';
import { all, run, type Work } from './statement.ts';
import type { Surroundings } from './surroundings.ts';

const day = 24 * 60 * 60 * 1000;
/** More days than anything is kept, for who keeps it for ever. */
const forEver = 1_000_000;

type UsageRow = Omit<Usage, 'terms'> & {
	readonly id: string;
	readonly keptDays: number | null;
	readonly namesKeptDays: number | null;
};

/** The part of the store that knows how long things are kept. */
export function retentionStore(database: Database, { now }: Surroundings): RetentionStore {
	const { dialect } = database;
	return {
		usageOf: (ids) => database.read(() => usageOf(dialect, ids)),
		setTerms: async (workshopId, { workshop, names }) => {
			const choosing = 'UPDATE workshops SET kept_days = ?, names_kept_days = ? WHERE id = ?';
			await database.transaction(() => run(choosing, workshop, names, workshopId));
		},
		noteVisit: async (workshopId) => {
			const visiting = 'UPDATE workshops SET visited_at = ? WHERE id = ?';
			await database.transaction(() => run(visiting, now(), workshopId));
		},
		touchWorkshop: async (workshopId) => {
			const keeping = 'UPDATE workshops SET kept_at = ?, warned_at = NULL WHERE id = ?';
			await database.transaction(() => run(keeping, now(), workshopId));
		},
		forgetNames: (most) => database.transaction(() => forgetNames(dialect, now(), most)),
		warnUntouched: async (most) => {
			await database.transaction(() => warnUntouched(dialect, now(), most));
		},
		workshopsDue: async (most) => {
			const rows = await database.read(() => workshopsDue(dialect, now(), most));
			return rows.map(({ id }) => id);
		},
		deleteWhenDue: (id, most) => database.transaction(() => deleteWhenDue(dialect, now(), id, most))
	};
}

/** Every workshop with how it is used, as a table. */
function usage({ greatest }: Dialect): string {
	const touched = `${greatest}(
		coalesce((SELECT max(changed_at) FROM rooms WHERE workshop_id = workshops.id), 0),
		coalesce(kept_at, 0), created_at)`;
	return `(SELECT id, ${touched} AS "touchedAt",
		${greatest}(${touched}, coalesce(visited_at, 0)) AS "visitedAt", warned_at AS "warnedAt",
		(SELECT count(*) FROM forecasts WHERE workshop_id = workshops.id) AS sealed,
		(SELECT count(*) FROM members WHERE workshop_id = workshops.id AND name IS NOT NULL) AS named,
		kept_days AS "keptDays", names_kept_days AS "namesKeptDays" FROM workshops) AS used`;
}

function* usageOf(dialect: Dialect, ids: readonly string[]): Work<Map<string, Usage>> {
	const rows = yield* all<UsageRow>(
		`SELECT * FROM ${usage(dialect)} WHERE id IN ${dialect.listed.texts}`,
		JSON.stringify(ids)
	);
	return new Map(
		rows.map(({ id, keptDays, namesKeptDays, ...used }) => [
			id,
			{ ...used, terms: { workshop: keptDays, names: namesKeptDays } }
		])
	);
}

function* forgetNames(dialect: Dialect, now: number, most: number | null): Work<number> {
	yield* run('UPDATE workshops SET visited_at = ? WHERE visited_at IS NULL', now);
	const longest = most ?? forEver;
	return yield* run(
		`UPDATE members SET name = NULL WHERE name IS NOT NULL AND workshop_id IN (
			SELECT id FROM ${usage(dialect)} WHERE "visitedAt" + ${day} *
				(CASE WHEN "namesKeptDays" IS NULL THEN ? WHEN "namesKeptDays" < ? THEN "namesKeptDays" ELSE ? END) <= ?
		)`,
		...[nameTerm(usualNameTerm, most), longest, longest, now]
	);
}

/** The moment at which the last `?` days of a workshop are over, by its own term and the server's. */
const over = `"touchedAt" + ${day} * (CASE WHEN "keptDays" < ? THEN "keptDays" ELSE ? END)`;

function warnUntouched(dialect: Dialect, now: number, most: number | null): Work<number> {
	const longest = most ?? forEver;
	return run(
		`UPDATE workshops SET warned_at = ? WHERE id IN (
			SELECT id FROM ${usage(dialect)} WHERE sealed = 0
				AND ("warnedAt" IS NULL OR "warnedAt" <= "touchedAt") AND ${over} < ?
		)`,
		...[now, longest, longest, now + warningDays * day]
	);
}

function workshopsDue(dialect: Dialect, now: number, most: number | null, id?: string) {
	const longest = most ?? forEver;
	const one = id === undefined ? '' : ' AND id = ?';
	return all<{ id: string }>(
		`SELECT id FROM ${usage(dialect)} WHERE sealed = 0 AND "warnedAt" > "touchedAt"
			AND "warnedAt" <= ? AND ${over} <= ?${one} ORDER BY "touchedAt", id`,
		...[now - warningDays * day, longest, longest, now, ...(id === undefined ? [] : [id])]
	);
}

function* deleteWhenDue(
	dialect: Dialect,
	now: number,
	id: string,
	most: number | null
): Work<boolean> {
	const due = yield* workshopsDue(dialect, now, most, id);
	if (due.length === 0) return false;
	return (yield* run('DELETE FROM workshops WHERE id = ?', id)) > 0;
}
