import { expect } from 'vitest';
import { measuresIn } from '../../server/rooms/support/measures.ts';
import { RawClient } from '../../server/rooms/support/raw-client.ts';
import type { Draw } from '../../server/rooms/support/seeded.ts';
import { until } from '../../server/rooms/support/until.ts';
import type { Visitor } from '../../server/visitor.ts';
import { socketHeaders, type ClusterNode, type Nodes } from './nodes.ts';
import { Writer } from './writer.ts';

/** A workshop in a cluster, with people who write in it without end. */
export class Arena {
	readonly workshopId: string;
	readonly facilitator: Visitor;
	readonly writers: readonly Writer[];
	readonly #nodes: Nodes;

	private constructor(parts: {
		readonly nodes: Nodes;
		readonly workshopId: string;
		readonly facilitator: Visitor;
		readonly writers: readonly Writer[];
	}) {
		this.#nodes = parts.nodes;
		this.workshopId = parts.workshopId;
		this.facilitator = parts.facilitator;
		this.writers = parts.writers;
	}

	/** Starts a workshop and lets people in, each by one of the nodes. */
	static async open(
		nodes: Nodes,
		{
			people,
			draw,
			pace = 60
		}: { readonly people: number; readonly draw: Draw; readonly pace?: number }
	): Promise<Arena> {
		const facilitator = nodes.visitor(nodes.all[0]!);
		const { id, links } = await facilitator.start();
		const writers: Writer[] = [];
		for (let index = 0; index < people; index += 1) {
			const visitor = nodes.visitor(draw.pick(nodes.all));
			const { status, text } = await visitor.join(links.participant);
			if (status !== 200) throw new Error(`Nobody could join: ${status} ${text}`);
			const name = `w${index}`;
			const headers = socketHeaders(visitor);
			writers.push(
				new Writer({ ...{ name, workshopId: id, headers, draw, pace }, nodes: nodes.all })
			);
		}
		const arena = new Arena({ nodes, workshopId: id, facilitator, writers });
		for (const writer of writers) writer.start();
		await arena.everybodyWrites();
		return arena;
	}

	/** Everything that was acknowledged, with the moment at which it was. */
	get acknowledged(): Map<string, number> {
		return new Map(this.writers.flatMap(({ acknowledged }) => [...acknowledged]));
	}

	get owner(): ClusterNode {
		const owner = this.#nodes.ownerOf(this.workshopId);
		if (!owner) throw new Error('Nobody owns the workshop.');
		return owner;
	}

	/** Waits until everybody has had something acknowledged from now on. */
	async everybodyWrites(milliseconds = 60_000): Promise<void> {
		const counts = this.writers.map(({ acknowledged }) => acknowledged.size);
		const waiting = () =>
			this.writers.filter(({ acknowledged }, index) => acknowledged.size === counts[index]);
		await until(() => waiting().length === 0, 'everybody writes', milliseconds).catch((error) => {
			throw new Error(waiting().map(String).join('\n'), { cause: error });
		});
	}

	/** Longest time since a moment in which nobody had anything acknowledged, in milliseconds. */
	longestSilenceSince(moment: number): number {
		const moments = [...this.acknowledged.values()]
			.filter((at) => at >= moment)
			.toSorted((one, other) => one - other);
		return Math.max(...moments.map((at, index) => at - (moments[index - 1] ?? moment)));
	}

	/** Lets everybody finish, and fails when anything that was said to be safe, or seen, is not there. */
	async nothingIsLost(): Promise<{ readonly written: number }> {
		const { acknowledged } = this;
		const seen = new Set(this.writers.flatMap((writer) => writer.seen));
		for (const writer of this.writers) writer.stopWriting();
		await until(() => this.writers.every(({ isSaved }) => isSaved), 'all is saved', 60_000);
		const kept = new Set(await this.#kept());
		const written = this.writers.flatMap((writer) => writer.written);
		expect([...acknowledged.keys()].filter((id) => !kept.has(id))).toEqual([]);
		expect([...seen].filter((id) => !kept.has(id))).toEqual([]);
		expect(written.filter((id) => !kept.has(id))).toEqual([]);
		expect(kept.size).toBe(written.length);
		return { written: written.length };
	}

	async close(): Promise<void> {
		await Promise.all(this.writers.map((writer) => writer.leave()));
	}

	/** What somebody who comes in now gets. */
	async #kept(): Promise<string[]> {
		const headers = socketHeaders(this.facilitator);
		const syncAddress = `${this.owner.address.replace('http', 'ws')}/sync/${this.workshopId}`;
		const reader = await RawClient.synced({ syncAddress }, { headers });
		const kept = measuresIn(reader.doc);
		await reader.leave();
		return kept;
	}
}
