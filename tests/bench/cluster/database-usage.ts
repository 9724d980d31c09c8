import { readdirSync, readFileSync } from 'node:fs';
import type { Postgres } from '../../trust/cluster/postgres-process.ts';

/** What a database did since it was started, as far as it tells. */
export type DatabaseUsage = {
	readonly commits: number;
	/** Bytes of its write-ahead log, which is what it writes to disk before anything is acknowledged. */
	readonly log: number;
	/** Bytes of all its tables and indexes. */
	readonly size: number;
	/** Milliseconds of processor time of all its processes; NaN where the system does not tell. */
	readonly processor: number;
};

export function databaseUsage(postgres: Postgres): DatabaseUsage {
	const [commits, log, size, server] = postgres
		.psql(
			`SELECT (SELECT sum(xact_commit) FROM pg_stat_database),
			pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0'), pg_database_size(current_database()),
			split_part(pg_read_file('postmaster.pid'), E'\\n', 1)`
		)
		.split('|')
		.map(Number);
	return {
		...{ commits: commits ?? NaN, log: log ?? NaN, size: size ?? NaN },
		processor: processorOf(server ?? NaN)
	};
}

/** Ticks of the kernel's clock in a second, the same on every Linux that people use. */
const ticks = 100;

/** Reads what the kernel counted for a process and those that it started. */
function processorOf(server: number): number {
	try {
		const all = readdirSync('/proc')
			.filter((name) => /^\d+$/.test(name))
			.map(Number)
			.map((id) => ({ id, ...statOf(id) }));
		const own = all.filter(({ id, parent }) => id === server || parent === server);
		return (own.reduce((sum, { spent }) => sum + spent, 0) * 1000) / ticks;
	} catch {
		return NaN;
	}
}

/** Fields behind the name, which is in brackets and may hold anything: see proc(5). */
function statOf(id: number): { parent: number; spent: number } {
	try {
		const text = readFileSync(`/proc/${id}/stat`, 'utf8');
		const fields = text
			.slice(text.lastIndexOf(')') + 2)
			.split(' ')
			.map(Number);
		return { parent: fields[1] ?? NaN, spent: (fields[11] ?? 0) + (fields[12] ?? 0) };
	} catch {
		// It ended between being listed and being read.
		return { parent: NaN, spent: 0 };
	}
}
