import { NewerDatabaseError, UnusableDatabaseError } from '../errors.ts';
import { migrations } from '../migrations/postgres/index.ts';
import { dropUnfinished } from '../statements/drop-batch.ts';
import { get, one, run, script, type Work } from '../statements/statement.ts';
import { isImporting } from './database.ts';

/** Applies the migrations that a database has not had; belongs in a transaction that no other server shares. */
export function* applyMigrations(): Work<void> {
	yield* checkEncoding();
	yield* script('CREATE TABLE IF NOT EXISTS shape (version INTEGER NOT NULL)');
	const found = yield* checkShape();
	for (const migration of migrations.slice(found)) yield* script(migration);
	yield* run('DELETE FROM shape');
	yield* run('INSERT INTO shape (version) VALUES (?)', migrations.length);
	yield* dropUnfinished(isImporting);
}

function* checkEncoding(): Work<void> {
	const { server_encoding: found } = yield* one<{ server_encoding: string }>(
		'SHOW server_encoding'
	);
	if (found === 'UTF8') return;
	throw new UnusableDatabaseError(
		`its encoding is ${found}; make one with createdb --template template0 --encoding UTF8`
	);
}

/**
 * @returns how many migrations the database has had
 * @throws {NewerDatabaseError} when a newer program made it
 */
export function* checkShape(): Work<number> {
	const found = (yield* get<{ version: number }>('SELECT version FROM shape'))?.version ?? 0;
	if (found > migrations.length) throw new NewerDatabaseError(found, migrations.length);
	return found;
}
