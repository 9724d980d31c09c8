import { answers } from './0001/answers.ts';
import { figures } from './0001/figures.ts';
import { record } from './0001/record.ts';
import { rooms } from './0001/rooms.ts';
import { workshops } from './0001/workshops.ts';
import { leases } from './0002-leases.ts';
import { importMappings } from './0003-import-mappings.ts';
import { retention } from './0004-retention.ts';

/** Texts are ordered by their bytes, as in SQLite, whatever the language of the database. */
function byBytes(sql: string): string {
	return sql.replace(/\b[a-z_0-9]+ TEXT\b/g, '$& COLLATE "C"');
}

/** The shape that SQLite had when PostgreSQL came beside it. */
const firstShape = [workshops, rooms, record, figures, answers].map(byBytes).join('\n');

/**
 * Every change of shape a PostgreSQL database ever had, oldest first. Its version is how many were applied,
 * so a migration that was released is never edited, moved or removed: add one at the end, and one that does
 * the same for SQLite, unless it is about servers that share a database.
 */
export const migrations: readonly string[] = [
	firstShape,
	leases,
	byBytes(importMappings),
	retention
];
