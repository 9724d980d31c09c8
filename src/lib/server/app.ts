import { randomBytes } from 'node:crypto';
import { createAdmission } from './access/admission.ts';
import { createAccessLimits, type AccessLimits } from './access/limits.ts';
import { newId } from './access/tokens.ts';
import type { Cluster } from './cluster/cluster.ts';
import type { Holdings } from './cluster/cluster-parts.ts';
import { fencedDatabase } from './cluster/fence.ts';
import { openCluster, type NodeSettings } from './cluster/open-cluster.ts';
import { Feeds } from './feed/feeds.ts';
import { createLog, type Log } from './log.ts';
import { createMetrics } from './operations/metrics.ts';
import { createHub, type Hub } from './rooms/hub.ts';
import { lastBackup } from './store/backup/last-backup.ts';
import { openPostgresStore } from './store/postgres-store.ts';
import { openSqliteStore } from './store/sqlite-store.ts';
import type { Store } from './store/store.ts';
import { Turns } from './turns.ts';
import { watchRetention } from './workshops/retention.ts';

/** What the server is told from outside; see `readSettings`. */
export type Configuration = {
	readonly dataDirectory: string;
	/** The PostgreSQL database to use instead of that folder. */
	readonly databaseUrl: string | undefined;
	/** The address visitors use, when a proxy stands in front. */
	readonly origin: string | undefined;
	/** What somebody must know to start workshops; anyone may when undefined. */
	readonly passphrase: string | undefined;
	readonly logLevel: string;
	/** How servers that share a database work together; only with `databaseUrl`. */
	readonly node?: NodeSettings | undefined;
	/** What a Prometheus server must show to read metrics; undefined leaves them to this machine. */
	readonly metricsToken: string | undefined;
	/** Days that a workshop is kept at most after its last change; no limit when undefined. */
	readonly deleteAfterDays: number | undefined;
	/** Days that names are kept at most after the last visit; no limit when undefined. */
	readonly forgetNamesAfterDays: number | undefined;
};

/** The one running server of a process: everything that routes and sockets share. */
export type App = {
	readonly configuration: Configuration;
	readonly store: Store;
	readonly hub: Hub;
	/** The other servers on the same database; undefined where everything belongs to this one. */
	readonly cluster: Cluster | undefined;
	/** Event streams of those who follow a session without a shared document. */
	readonly feeds: Feeds;
	readonly limits: AccessLimits;
	/** Work that must be done one after another. */
	readonly turns: Turns;
	readonly log: Log;
	readonly metrics: ReturnType<typeof createMetrics>;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly newId: () => string;
	/**
	 * Lets writes under way finish, closes the sockets and then the store.
	 *
	 * @param requestsDone resolves when no request needs the store any more
	 */
	readonly stop: (requestsDone?: Promise<unknown>) => Promise<void>;
};

/**
 * Starts a server: opens and migrates the store, and makes the room hub on it.
 *
 * @throws {Error} whose message is a sentence for the one who starts it, when the folder can't be used
 */
export async function createApp(configuration: Configuration): Promise<App> {
	const now = () => Date.now();
	const freshId = () => newId(randomBytes);
	const log = createLog(configuration.logLevel);
	const { store, cluster } = openStore(configuration, { log, now, newId: freshId });
	await migrateOrClose(store);
	const admit = createAdmission({ store, origin: configuration.origin });
	const ownership = cluster?.ownership;
	const hub = createHub({ store, admit, log, now, newId: freshId, ownership });
	const feeds = new Feeds({ store, hub, log, now, newId: freshId });
	await cluster?.start(holdingsOf({ hub, feeds }));
	const stopRetention = watchRetention({ store, hub, feeds, log, configuration, cluster });
	return {
		configuration,
		store,
		hub,
		cluster,
		feeds,
		limits: createAccessLimits(now),
		turns: new Turns(),
		log,
		metrics: createMetrics({
			figures: () => hub.figures(),
			cluster: cluster && (() => cluster.figures),
			lastBackup: () =>
				configuration.databaseUrl ? undefined : lastBackup(configuration.dataDirectory),
			now
		}),
		now,
		newId: freshId,
		stop: async (requestsDone) => {
			stopRetention();
			// A stream is a request that does not end by itself.
			feeds.stop();
			await hub.stop();
			await requestsDone;
			await cluster?.stop();
			await store.close();
		}
	};
}

/** Opens the store that the settings name, with what keeps servers that share it apart. */
function openStore(
	configuration: Configuration,
	surroundings: Pick<App, 'log' | 'now' | 'newId'>
): Pick<App, 'store' | 'cluster'> {
	const { databaseUrl, dataDirectory, node, origin } = configuration;
	if (databaseUrl === undefined || node === undefined) {
		const store = openSqliteStore({ ...surroundings, directory: dataDirectory });
		return { store, cluster: undefined };
	}
	const cluster = openCluster({ ...node, databaseUrl, origin }, surroundings);
	const { fences } = cluster;
	const store = openPostgresStore({
		...{ ...surroundings, url: databaseUrl },
		around: (database) => fencedDatabase(database, () => fences.current)
	});
	return { store: fences.around(store), cluster };
}

function holdingsOf({ hub, feeds }: Pick<App, 'hub' | 'feeds'>): Holdings {
	return {
		inUse: (workshopId) => hub.inMemory(workshopId) || feeds.isFollowed(workshopId),
		attended: (workshopId) => hub.present(workshopId).size > 0 || feeds.isFollowed(workshopId),
		drop: (workshopId) => {
			feeds.end(workshopId);
			hub.forget(workshopId);
		},
		handOver: (workshopId) => hub.writeAway(workshopId)
	};
}

async function migrateOrClose(store: Store): Promise<void> {
	try {
		await store.migrate();
		await store.probe();
	} catch (error) {
		await store.close();
		throw error;
	}
}

const slot = Symbol.for('tegenwicht.app');
const places = globalThis as { [slot]?: App };

/** Remembers the app on the process, so that reloading a module in development keeps the one there is. */
export function setRunningApp(app: App): void {
	places[slot] = app;
}

/** The app of this process. */
export function runningApp(): App {
	const app = places[slot];
	if (!app) throw new Error('The server has not started.');
	return app;
}
