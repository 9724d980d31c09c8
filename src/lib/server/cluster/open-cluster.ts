import { randomBytes } from 'node:crypto';
import type { Log } from '../log.ts';
import { Cluster } from './cluster.ts';
import { openLeaseDatabase } from './lease-database.ts';
import { leaseTable } from './lease-table.ts';
import { leaseTimes } from './leases.ts';
import { redisSignals } from './redis-signals.ts';

/** What a server is told about the others; see `readSettings`. */
export type NodeSettings = {
	/** How other servers reach this one, such as `http://10.0.0.2:3000`. */
	readonly address: string;
	/** The Redis through which they tell each other what moved; through PostgreSQL without. */
	readonly redisUrl: string | undefined;
	/** How long a server that the others do not hear of keeps its workshops. */
	readonly leaseSeconds: number;
};

type ClusterSettings = NodeSettings & {
	readonly databaseUrl: string;
	/** The address visitors use, when a proxy stands in front. */
	readonly origin: string | undefined;
};

/** Makes a server one of several on a PostgreSQL database; it takes part once it is started. */
export function openCluster(
	settings: ClusterSettings,
	{ log, newId }: { readonly log: Log; readonly newId: () => string }
): Cluster {
	const { databaseUrl, redisUrl, address, leaseSeconds, origin } = settings;
	const database = openLeaseDatabase(databaseUrl);
	return new Cluster({
		...{ log, newId, clock: steadyClock(), close: () => database.close() },
		table: leaseTable(database.sql),
		times: leaseTimes(leaseSeconds),
		address,
		secret: randomBytes(32).toString('base64url'),
		behindProxy: origin !== undefined,
		signals: (heard) =>
			redisUrl ? redisSignals({ url: redisUrl, heard, log }) : database.signals(heard, log)
	});
}

/**
 * Milliseconds that never go back. The machine's own count stands still while the machine sleeps, so
 * the time of day is heard as well: a jump forward makes a lease end early, which is safe.
 */
function steadyClock(): () => number {
	const start = Date.now();
	let latest = 0;
	return () => {
		latest = Math.max(latest, performance.now(), Date.now() - start);
		return latest;
	};
}
