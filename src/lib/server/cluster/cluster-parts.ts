import type { Log } from '../log.ts';
import type { LeaseTimes } from './leases.ts';
import type { LeaseTable } from './lease-table.ts';
import type { Signals } from './signals.ts';

/** What a cluster works with. */
export type ClusterParts = {
	readonly table: LeaseTable;
	readonly times: LeaseTimes;
	/** How other nodes reach this one, such as `http://10.0.0.2:3000`. */
	readonly address: string;
	readonly secret: string;
	readonly behindProxy: boolean;
	/** Milliseconds of a clock that never goes back. */
	readonly clock: () => number;
	readonly newId: () => string;
	readonly log: Pick<Log, 'info' | 'warn' | 'error'>;
	/** Opens the way on which nodes tell each other what moved. */
	readonly signals: (heard: (workshopIds: readonly string[]) => void) => Signals;
	/** Lets go of what the table works with. */
	readonly close: () => Promise<void>;
};

/** What a cluster needs from the rooms and feeds of its node. */
export type Holdings = {
	/** True while anybody is in a workshop, or anything of it is in memory. */
	readonly inUse: (workshopId: string) => boolean;
	/** True while anybody is connected to a workshop. */
	readonly attended: (workshopId: string) => boolean;
	/** Lets go of a workshop without writing, and sends everybody in it away to come back. */
	readonly drop: (workshopId: string) => void;
	/** The same, but first writes what came in and what is in memory. */
	readonly handOver: (workshopId: string) => Promise<void>;
};

/** What a cluster did since its node started, for metrics. */
export type ClusterFigures = {
	readonly leases: number;
	readonly takeovers: number;
	readonly staleWrites: number;
	readonly piped: number;
	readonly pipedSockets: number;
	readonly pipedRequests: number;
};
