import { Client } from 'pg';
import { openPostgresStore } from '#lib/server/store/postgres-store.ts';
import type { Surroundings } from '#lib/server/store/statements/surroundings.ts';
import type { StoreUnderTest } from '../behaviour.ts';
import type { Cluster } from './cluster.ts';

/** Deleting these deletes everything else along with them. */
const roots = ['workshops', 'workspaces', 'devices', 'probes'];

/** Gives every test a database of its own in one cluster. */
export class Databases {
	readonly #cluster: Cluster;
	/** Emptied ones: that is much quicker than making one. */
	readonly #free: string[] = [];
	#made = 0;

	constructor(cluster: Cluster) {
		this.#cluster = cluster;
	}

	/** Does something to a database by hand, past the program, and gives the rows of the answer. */
	async byHand(database: string, sql: string): Promise<Record<string, unknown>[]> {
		const client = new Client(this.#cluster.urlOf(database));
		await client.connect();
		try {
			return (await client.query<Record<string, unknown>>(sql)).rows;
		} finally {
			await client.end();
		}
	}

	/** Makes an empty database and gives its name. */
	async empty(): Promise<string> {
		const name = `test${(this.#made += 1)}`;
		await this.byHand('postgres', `CREATE DATABASE ${name}`);
		return name;
	}

	/** Makes an empty store. */
	async open(surroundings: Surroundings): Promise<StoreUnderTest & { readonly name: string }> {
		const name = this.#free.pop() ?? (await this.empty());
		const url = this.#cluster.urlOf(name);
		let store = openPostgresStore({ ...surroundings, url });
		await store.migrate();
		return {
			name,
			store,
			reopen: async () => {
				await store.close();
				store = openPostgresStore({ ...surroundings, url });
				await store.migrate();
				return store;
			},
			discard: async () => {
				await store.close();
				await this.byHand(name, roots.map((table) => `DELETE FROM ${table};`).join(''));
				this.#free.push(name);
			}
		};
	}
}
