import type { Dialect } from '../dialect.ts';
import { run, type Work } from './statement.ts';

/** Writes another value every time: SQLite writes nothing for a row that stays as it is. */
export function probe(now: number, { greatest }: Dialect): Work<number> {
	return run(
		`INSERT INTO probes (id, at) VALUES (1, ?)
		ON CONFLICT (id) DO UPDATE SET at = ${greatest}(excluded.at, probes.at + 1)`,
		now
	);
}
