import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { ClusterFigures } from '../cluster/cluster-parts.ts';
import type { Figures } from '../rooms/hub.ts';

/** What the metrics are read from, each time that somebody asks. */
export type Measured = {
	readonly figures: () => Figures;
	/** Undefined where no other server shares the store. */
	readonly cluster?: (() => ClusterFigures) | undefined;
	/** When the database was last copied, in milliseconds since 1970; undefined when it never was. */
	readonly lastBackup: () => number | undefined;
	/** Milliseconds since 1970. */
	readonly now: () => number;
};

/** Figures that are one number, with their help; names end in their unit. */
const single: Readonly<Record<string, readonly [string, (figures: Figures) => number]>> = {
	tegenwicht_connections: ['Open sockets.', (of) => of.connections],
	tegenwicht_rooms: ['Shared documents in memory.', (of) => of.rooms],
	tegenwicht_batches_total: ['Commits of edits.', (of) => of.batches],
	tegenwicht_edits_total: ['Edits that were committed.', (of) => of.edits],
	tegenwicht_acknowledgements_total: [
		'Acknowledgements; one may speak for several edits.',
		(of) => of.ackLatency.count
	],
	tegenwicht_caught_up_total: ['Slow readers brought up to date at once.', (of) => of.caughtUp],
	tegenwicht_store_failures_total: ['Commits that failed.', (of) => of.storeFailures],
	tegenwicht_store_down: ['1 while edits cannot be kept.', (of) => Number(of.storeDown)],
	tegenwicht_documents_bytes: ['Size of all documents in memory.', (of) => of.documents.bytes],
	tegenwicht_largest_document_bytes: ['Size of the largest.', (of) => of.documents.largest]
};

/** The same for a server that shares its store with others. */
const shared: Readonly<Record<string, readonly [string, (figures: ClusterFigures) => number]>> = {
	tegenwicht_leases: ['Workshops that this server owns.', (of) => of.leases],
	tegenwicht_takeovers_total: [
		'Workshops taken over from a server that died.',
		(of) => of.takeovers
	],
	tegenwicht_stale_writes_total: ['Writes refused after a takeover.', (of) => of.staleWrites],
	tegenwicht_piped_connections: ['Open sockets passed on to other servers.', (of) => of.piped],
	tegenwicht_piped_sockets_total: ['Sockets passed on.', (of) => of.pipedSockets],
	tegenwicht_piped_requests_total: ['Requests passed on.', (of) => of.pipedRequests]
};

/**
 * Makes the metrics of a server, in the text format of Prometheus: counts, sizes and times. No name,
 * id or address of anybody is among them.
 *
 * @returns what gives the text, and its content type
 */
export function createMetrics(measured: Measured): Pick<Registry, 'metrics' | 'contentType'> {
	const registry = new Registry();
	// Memory, processor time and the delay of the event loop.
	collectDefaultMetrics({ register: registry });
	for (const [name, [help, of]] of Object.entries(single)) {
		gauge(registry, { name, help }, (set) => set(of(measured.figures())));
	}
	const { cluster } = measured;
	if (cluster) {
		for (const [name, [help, of]] of Object.entries(shared)) {
			gauge(registry, { name, help }, (set) => set(of(cluster())));
		}
	}
	gauge(
		registry,
		{ name: 'tegenwicht_refusals_total', help: 'Frames refused, by rule.', label: 'rule' },
		(set) => Object.entries(measured.figures().refusals).forEach(([rule, n]) => set(n, rule))
	);
	gauge(
		registry,
		{
			name: 'tegenwicht_ack_latency_seconds',
			help: 'From the arrival of an edit to its acknowledgement, since the start.',
			label: 'quantile'
		},
		(set) => {
			const { p50, p99 } = measured.figures().ackLatency;
			set(p50 / 1000, '0.5');
			set(p99 / 1000, '0.99');
		}
	);
	gauge(
		registry,
		{ name: 'tegenwicht_backup_age_seconds', help: 'Since the last backup; absent without any.' },
		(set) => {
			const at = measured.lastBackup();
			if (at !== undefined) set((measured.now() - at) / 1000);
		}
	);
	return registry;
}

type Named = { readonly name: string; readonly help: string; readonly label?: string };

/** A gauge whose values are looked up when they are asked for. */
function gauge(
	registry: Registry,
	{ name, help, label }: Named,
	look: (set: (value: number, labelValue?: string) => void) => void
): void {
	new Gauge({
		...{ name, help, registers: [registry], labelNames: label ? [label] : [] },
		collect() {
			this.reset();
			// A gauge without labels starts at 0, which would be a figure that nobody measured.
			if (!label) this.remove();
			look((value, labelValue) =>
				label && labelValue !== undefined
					? this.set({ [label]: labelValue }, value)
					: this.set(value)
			);
		}
	});
}
