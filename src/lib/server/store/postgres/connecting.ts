import type { ClientConfig, CustomTypesConfig } from 'pg';

/** How long something may take before it counts as failed, in milliseconds. */
const patience = {
	/** Making a connection, or waiting for one that others use. */
	connecting: 5_000,
	/** One statement, lock included; the server gives up on it. */
	statement: 15_000,
	/** An answer; for a server that says nothing at all any more. */
	answer: 20_000,
	/** Doing nothing in a transaction: a process that was paused must not keep others waiting. */
	idling: 5_000
} as const;

/** How to reach a database for work that people wait for. */
export function hurried(url: string): ClientConfig {
	return {
		...unhurried(url),
		statement_timeout: patience.statement,
		query_timeout: patience.answer,
		idle_in_transaction_session_timeout: patience.idling
	};
}

/** How to reach a database for work that takes as long as it takes, such as changing its shape. */
export function unhurried(url: string): ClientConfig {
	return {
		connectionString: url,
		application_name: 'tegenwicht',
		connectionTimeoutMillis: patience.connecting,
		keepAlive: true,
		// What is said to be saved is on disk, whatever the server was set to.
		options: '-c synchronous_commit=on',
		types: asSqliteGives
	};
}

const oid = { bool: 16, bytea: 17, int8: 20, int2: 21, int4: 23, float8: 701 } as const;

/** Values as the statements know them: 0 or 1 for a boolean, plain bytes, and numbers (all are below 2⁵³). */
const parsers: Readonly<Record<number, (text: string) => unknown>> = {
	[oid.bool]: (text) => Number(text === 't'),
	[oid.bytea]: (text) => new Uint8Array(Buffer.from(text.slice('\\x'.length), 'hex')),
	[oid.int8]: Number,
	[oid.int2]: Number,
	[oid.int4]: Number,
	[oid.float8]: Number
};

const asSqliteGives: CustomTypesConfig = {
	getTypeParser: (id: number) => parsers[id] ?? ((text: string) => text)
};
