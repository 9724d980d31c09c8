import { Client, DatabaseError, Pool } from 'pg';
import type { Log } from '../log.ts';
import { messagesFor, readMessage, type Signals } from './signals.ts';
import type { Sql } from './sql.ts';

const channel = 'tegenwicht_moved';
/** Longest time that a statement about leases may take, in milliseconds: less than a lease lasts. */
const patience = 3_000;
/** Pause before listening is tried again, in milliseconds. */
const listenAgainAfter = 1_000;

/** Connections to PostgreSQL for leases alone, so that no renewal waits behind what people write. */
export type LeaseDatabase = {
	readonly sql: Sql;
	/** Signals through LISTEN and NOTIFY. */
	readonly signals: (
		heard: (workshopIds: readonly string[]) => void,
		log: Pick<Log, 'warn'>
	) => Signals;
	readonly close: () => Promise<void>;
};

/** @param url as in `DATABASE_URL`; nothing is connected before the first statement */
export function openLeaseDatabase(url: string): LeaseDatabase {
	const pool = new Pool({
		...{ connectionString: url, max: 4, application_name: 'tegenwicht leases', keepAlive: true },
		...{ connectionTimeoutMillis: patience, query_timeout: patience, statement_timeout: patience },
		lock_timeout: patience
	});
	// A connection that breaks while nobody uses it is replaced when somebody does.
	pool.on('error', () => undefined);
	const sql: Sql = async <Row extends object>(text: string, ...values: readonly unknown[]) =>
		(await pool.query(text, [...values])).rows as Row[];
	return {
		sql,
		signals: (heard, log) => {
			const listener = new Listener(url, heard, log);
			return {
				get live() {
					return listener.live;
				},
				tell: (workshopIds) => {
					for (const text of messagesFor(workshopIds)) {
						sql('SELECT pg_notify($1, $2)', channel, text).catch(() => undefined);
					}
				},
				stop: () => listener.stop()
			};
		},
		close: () => pool.end()
	};
}

/** Tells whether a row was refused because it names one that is not there any more. */
export function namesWhatIsGone(error: unknown): boolean {
	return error instanceof DatabaseError && error.code === '23503';
}

/** One connection that listens, made anew whenever it breaks. */
class Listener {
	live = false;
	readonly #url: string;
	readonly #heard: (workshopIds: readonly string[]) => void;
	readonly #log: Pick<Log, 'warn'>;
	#client: Client | undefined;
	#again: ReturnType<typeof setTimeout> | undefined;
	#stopped = false;

	constructor(
		url: string,
		heard: (workshopIds: readonly string[]) => void,
		log: Pick<Log, 'warn'>
	) {
		this.#url = url;
		this.#heard = heard;
		this.#log = log;
		void this.#listen();
	}

	async stop(): Promise<void> {
		this.#stopped = true;
		clearTimeout(this.#again);
		await this.#client?.end().catch(() => undefined);
	}

	async #listen(): Promise<void> {
		const client = new Client({
			...{ connectionString: this.#url, application_name: 'tegenwicht signals' },
			...{ connectionTimeoutMillis: patience, keepAlive: true }
		});
		this.#client = client;
		client.on('notification', ({ payload }) => this.#heard(readMessage(payload ?? '')));
		client.on('error', (error) => this.#broken(client, error));
		client.on('end', () => this.#broken(client, undefined));
		try {
			await client.connect();
			await client.query(`LISTEN ${channel}`);
			this.live = true;
		} catch (error) {
			this.#broken(client, error);
		}
	}

	#broken(client: Client, error: unknown): void {
		if (this.#client !== client || this.#stopped) return;
		this.#client = undefined;
		this.live = false;
		if (error instanceof Error) {
			this.#log.warn({ reason: error.message }, 'PostgreSQL is not listened to.');
		}
		client.end().catch(() => undefined);
		this.#again = setTimeout(() => void this.#listen(), listenAgainAfter);
		this.#again.unref();
	}
}
