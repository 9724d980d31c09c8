import { newId } from '#lib/server/access/tokens.ts';
import type { Cluster } from '#lib/server/cluster/cluster.ts';
import type { Holdings } from '#lib/server/cluster/cluster-parts.ts';
import { fencedDatabase } from '#lib/server/cluster/fence.ts';
import type { Log } from '#lib/server/log.ts';
import { createHub, type Hub } from '#lib/server/rooms/hub.ts';
import { openPostgresStore } from '#lib/server/store/postgres-store.ts';
import type { Store } from '#lib/server/store/store.ts';

/** What a node has beside its leases, and what its cluster has to know of it. */
export type BareRooms = {
	/** Fenced, as in the program. */
	readonly store: Store;
	readonly hub: Hub;
	readonly holdings: Holdings;
};

/** Opens the real rooms and store of a node; its members are told apart by a cookie that is a name. */
export async function openBareRooms(
	{ fences, ownership }: Pick<Cluster, 'fences' | 'ownership'>,
	{ url, log }: { readonly url: string; readonly log: Log }
): Promise<BareRooms> {
	const now = () => Date.now();
	const store = fences.around(
		openPostgresStore({
			...{ url, now, newId },
			around: (behind) => fencedDatabase(behind, () => fences.current)
		})
	);
	await store.migrate();
	const hub = createHub({
		...{ store, now, newId, log, ownership },
		admit: async ({ headers }, workshopId) => ({
			epoch: 0,
			member: {
				...{ id: headers.cookie ?? '', workshopId, role: 'participant' as const },
				...{ name: null, partyId: null, colour: 0 }
			}
		})
	});
	const holdings = {
		inUse: (workshopId: string) => hub.inMemory(workshopId),
		attended: (workshopId: string) => hub.present(workshopId).size > 0,
		drop: (workshopId: string) => hub.forget(workshopId),
		handOver: (workshopId: string) => hub.writeAway(workshopId)
	};
	return { store, hub, holdings };
}
