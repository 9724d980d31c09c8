import type { Database } from '../store/database.ts';
import { StaleLeaseError } from '../store/errors.ts';
import { all, type Work } from '../store/statements/statement.ts';

/** Workshops that are about to be written, with the epoch of the lease under which they are known. */
export type Fence = ReadonlyMap<string, number>;

/**
 * Puts a fence around everything that a database writes: a transaction first holds the leases that it
 * is made under, so that nobody takes them over before it has ended, and writes nothing when somebody
 * has already.
 *
 * @param current the fence of whoever begins a transaction now; undefined where none is needed
 */
export function fencedDatabase(database: Database, current: () => Fence | undefined): Database {
	const fenced = <Result>(work: () => Work<Result>): (() => Work<Result>) => {
		const fence = current();
		if (!fence) return work;
		return function* () {
			yield* holdLeases(fence);
			return yield* work();
		};
	};
	return {
		dialect: database.dialect,
		read: (work) => database.read(work),
		snapshot: (work) => database.snapshot(work),
		transaction: (work) => database.transaction(fenced(work)),
		together: (work) => database.together(fenced(work)),
		importing: (workspace, work) => database.importing(workspace, work),
		wipeDeleted: () => database.wipeDeleted()
	};
}

/** @throws {StaleLeaseError} when somebody has taken one over */
function* holdLeases(fence: Fence): Work<void> {
	const known = [...fence].map(([workshop_id, epoch]) => ({ workshop_id, epoch }));
	const held = yield* all<{ workshop_id: string }>(
		`SELECT workshop_id FROM room_lease
		JOIN json_to_recordset(CAST(? AS json)) AS known (workshop_id text, epoch bigint)
		USING (workshop_id, epoch) FOR KEY SHARE OF room_lease`,
		JSON.stringify(known)
	);
	if (held.length === fence.size) return;
	const still = new Set(held.map(({ workshop_id }) => workshop_id));
	throw new StaleLeaseError([...fence.keys()].filter((id) => !still.has(id)));
}
