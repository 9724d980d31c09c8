import { namesWhatIsGone } from './lease-database.ts';
import type { Sql } from './sql.ts';

/** How other nodes reach a process, and what they show so that it believes them. */
export type Address = { readonly address: string; readonly secret: string };

/** A process under the name that it drew for this stretch of its life. */
export type Node = Address & { readonly node: string };

/** The leases as the database knows them; all times are by its own clock. */
export type LeaseTable = {
	/**
	 * Lets a node take leases for so many milliseconds.
	 *
	 * @param former the name that its process had before, of which everything is given back
	 */
	register(node: Node, milliseconds: number, former?: string): Promise<void>;
	/**
	 * Prolongs a node with all its leases.
	 *
	 * @returns names of all nodes that are alive; undefined when this one was too late, and has lost them
	 */
	renew(node: string, milliseconds: number): Promise<ReadonlySet<string> | undefined>;
	/**
	 * Takes the lease of a workshop that nobody alive has.
	 *
	 * @returns its epoch; undefined when somebody has it, the node is not alive or there is no such workshop
	 */
	claim(workshopId: string, node: string): Promise<Claim | undefined>;
	/** The node alive that has the lease of a workshop. */
	ownerOf(workshopId: string): Promise<Node | undefined>;
	/** Gives leases back before their time. */
	release(epochs: readonly number[]): Promise<void>;
	/** Another node that is alive; undefined when there is none. */
	otherThan(node: string | undefined): Promise<Node | undefined>;
	/** Gives back everything that a node has. */
	leave(node: string): Promise<void>;
};

/** A lease that was just taken. */
export type Claim = {
	readonly epoch: number;
	/** True when somebody else's had run out. */
	readonly takenOver: boolean;
};

/** Nodes whose time is up longer than this are forgotten, in milliseconds. */
const rememberFor = 3_600_000;

/** The leases in PostgreSQL; see the migration `leases`. */
export function leaseTable(sql: Sql): LeaseTable {
	return {
		async register({ node, address, secret }, milliseconds, former) {
			await sql(
				`DELETE FROM nodes WHERE until < clock_timestamp() - ${interval('$1')} OR node = $2`,
				...[rememberFor, former]
			);
			await sql(
				`INSERT INTO nodes (node, address, secret, until)
				VALUES ($1, $2, $3, clock_timestamp() + ${interval('$4')})`,
				...[node, address, secret, milliseconds]
			);
		},
		async renew(node, milliseconds) {
			const [alive] = await sql<{ nodes: string[] }>(
				`WITH renewed AS (
					UPDATE nodes SET until = clock_timestamp() + ${interval('$2')}
					WHERE node = $1 AND until > clock_timestamp() RETURNING node
				)
				SELECT array(SELECT node FROM nodes WHERE until > clock_timestamp()) AS nodes FROM renewed`,
				...[node, milliseconds]
			);
			return alive && new Set(alive.nodes);
		},
		async claim(workshopId, node) {
			try {
				return await claim(sql, workshopId, node);
			} catch (error) {
				// The workshop was deleted in that moment, so there is nothing to claim.
				if (namesWhatIsGone(error)) return undefined;
				throw error;
			}
		},
		async ownerOf(workshopId) {
			const [owner] = await sql<Node>(
				`SELECT node, address, secret FROM room_lease JOIN nodes USING (node)
				WHERE workshop_id = $1 AND until > clock_timestamp()`,
				workshopId
			);
			return owner;
		},
		async release(epochs) {
			await sql('DELETE FROM room_lease WHERE epoch = ANY ($1::bigint[])', epochs);
		},
		async otherThan(node) {
			const [other] = await sql<Node>(
				`SELECT node, address, secret FROM nodes
				WHERE node IS DISTINCT FROM $1 AND until > clock_timestamp() ORDER BY until DESC LIMIT 1`,
				node
			);
			return other;
		},
		async leave(node) {
			await sql('DELETE FROM nodes WHERE node = $1', node);
		}
	};
}

/** A node that asks for what it has itself gets a new epoch: what it knew before counts no longer. */
async function claim(sql: Sql, workshopId: string, node: string): Promise<Claim | undefined> {
	const [taken] = await sql<{ epoch: string; fresh: boolean }>(
		`INSERT INTO room_lease (workshop_id, node)
		SELECT workshops.id, nodes.node FROM workshops, nodes
		WHERE workshops.id = $1 AND nodes.node = $2 AND nodes.until > clock_timestamp()
		ON CONFLICT (workshop_id) DO UPDATE
		SET node = excluded.node, epoch = nextval('lease_epochs')
		WHERE room_lease.node = excluded.node OR NOT EXISTS (
			SELECT FROM nodes WHERE nodes.node = room_lease.node AND nodes.until > clock_timestamp()
		)
		RETURNING epoch, xmax = 0 AS fresh`,
		...[workshopId, node]
	);
	return taken && { epoch: Number(taken.epoch), takenOver: !taken.fresh };
}

function interval(parameter: string): string {
	return `${parameter}::double precision * interval '1 millisecond'`;
}
