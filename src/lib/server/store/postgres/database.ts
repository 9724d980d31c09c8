import { createHash } from 'node:crypto';
import { Client, Pool } from 'pg';
import type { Database } from '../database.ts';
import { DatabaseGoneError } from '../errors.ts';
import { all, get, one, type Work } from '../statements/statement.ts';
import { Attempts } from './conflict.ts';
import { hurried, unhurried } from './connecting.ts';
import { postgresDialect } from './dialect.ts';
import { Session } from './session.ts';

/** Most connections that one server holds; what comes in while all are used waits its turn. */
const mostConnections = 10;

/** Advisory locks are numbers; the first of a pair says what kind of thing is locked. */
const locks = { shape: 7_406_001, importing: 7_406_002 } as const;

/**
 * A PostgreSQL database behind a few connections, which are made again by themselves after it was gone.
 *
 * Writes are SERIALIZABLE: whatever they read may decide what they write, as in SQLite, where one waits for
 * another. PostgreSQL lets them go together and refuses the one that would not fit, which is then done again.
 * Reads see one moment (REPEATABLE READ), and neither wait for writes nor make them wait.
 */
export class PostgresDatabase implements Database {
	readonly dialect = postgresDialect;
	readonly #url: string;
	readonly #pool: Pool;
	readonly #attempts = new Attempts();
	readonly #imports = new Set<Promise<unknown>>();
	#wiping: Promise<void> | undefined;
	#closing: Promise<void> | undefined;

	constructor(url: string) {
		this.#url = url;
		this.#pool = new Pool({ ...hurried(url), max: mostConnections });
		// A connection that breaks is told to who uses it; without a listener it would end the process.
		this.#pool.on('error', () => undefined);
		this.#pool.on('connect', (client) => client.on('error', () => undefined));
	}

	async read<Result>(work: () => Work<Result>): Promise<Result> {
		return this.#with((session) => session.carryOut(work));
	}

	async snapshot<Result>(work: () => Work<Result>): Promise<Result> {
		return this.#within('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', work);
	}

	async transaction<Result>(work: () => Work<Result>): Promise<Result> {
		return this.#attempts.until(() => this.#within('BEGIN ISOLATION LEVEL SERIALIZABLE', work));
	}

	/** PostgreSQL itself syncs once for all that commit at about the same moment. */
	async together(work: () => Work<unknown>): Promise<void> {
		await this.transaction(work);
	}

	importing<Result>(workspace: string, work: () => Promise<Result>): Promise<Result> {
		const importing = this.aside(async (session) => {
			await session.carryOut(() =>
				get(
					`SELECT pg_advisory_lock_shared(${locks.importing}, CAST(? AS INTEGER))`,
					lockOf(workspace)
				)
			);
			return work();
		});
		this.#imports.add(importing);
		return importing.finally(() => this.#imports.delete(importing));
	}

	/**
	 * Gives the room of deleted rows free to be written over, but for what somebody is still reading. In a
	 * large database that takes long, so nobody waits for it; where it fails, PostgreSQL does it by itself later.
	 */
	async wipeDeleted(): Promise<void> {
		this.#wiping ??= this.#vacuum()
			.catch(() => undefined)
			.finally(() => (this.#wiping = undefined));
	}

	#vacuum(): Promise<void> {
		return this.aside(async (session) => {
			const tables = await session.carryOut(() =>
				all<{ name: string }>(
					'SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema()'
				)
			);
			await session.say(`VACUUM (SKIP_LOCKED) ${tables.map(({ name }) => name).join(', ')}`);
		});
	}

	/** Changes the whole database in one transaction, one server at a time; takes as long as it takes. */
	async reshape<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
		return this.aside((session) =>
			session.transaction('BEGIN', async () => {
				await session.carryOut(() => get(`SELECT pg_advisory_xact_lock(${locks.shape})`));
				return work(session);
			})
		);
	}

	/** Waits for what is under way; closing again does nothing. */
	close(): Promise<void> {
		this.#closing ??= this.#pool.end().then(async () => {
			await Promise.allSettled(this.#imports);
		});
		return this.#closing;
	}

	#within<Result>(begin: string, work: () => Work<Result>): Promise<Result> {
		return this.#with((session) => session.transaction(begin, () => session.carryOut(work)));
	}

	async #with<Result>(use: (session: Session) => Promise<Result>): Promise<Result> {
		const client = await this.#pool.connect().catch(gone);
		const session = new Session(client);
		try {
			return await use(session);
		} finally {
			client.release(session.isLost);
		}
	}

	/** Uses a connection of its own, for work that takes as long as it takes. */
	async aside<Result>(use: (session: Session) => Promise<Result>): Promise<Result> {
		const client = new Client(unhurried(this.#url));
		client.on('error', () => undefined);
		await client.connect().catch(gone);
		try {
			return await use(new Session(client));
		} finally {
			await client.end();
		}
	}
}

function gone(error: unknown): never {
	throw new DatabaseGoneError(error);
}

/** Tells whether another server is importing into a workspace; until the end of the transaction none begins. */
export function* isImporting(workspace: string): Work<boolean> {
	const { free } = yield* one<{ free: number }>(
		`SELECT pg_try_advisory_xact_lock(${locks.importing}, CAST(? AS INTEGER)) AS free`,
		lockOf(workspace)
	);
	return free === 0;
}

function lockOf(name: string): number {
	return createHash('sha256').update(name).digest().readInt32BE();
}
