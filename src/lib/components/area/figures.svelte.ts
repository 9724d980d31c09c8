import type {
	AreaObservation,
	KnownArea,
	ObservedIndicator
} from '#lib/domain/area/area-observation.ts';
import { request, type Refusal } from '#lib/components/shell/request.ts';

export type ListedIndicator = ObservedIndicator & {
	readonly version: string;
	readonly periods: readonly string[];
	readonly areas: number;
};

export type ListedArea = {
	readonly code: string;
	readonly name: string;
	readonly outlined: boolean;
};

export type ListedBatch = {
	readonly id: number;
	readonly source: string;
	readonly fileName: string;
	/** The year of the division into areas that its codes belong to, where it is known. */
	readonly vintage: number | null;
	readonly importedAt: number;
	readonly observations: number;
	readonly areas: number;
	readonly chosen: boolean;
};

type Catalogue = {
	readonly indicators: readonly ListedIndicator[];
	readonly areas: readonly ListedArea[];
	readonly batches: readonly ListedBatch[];
};

type Which = Pick<AreaObservation, 'indicator' | 'version' | 'period'>;

/** The figures that a workshop uses, asked from the server when a screen needs them. */
export class AreaFigures {
	readonly path: string;
	#catalogue = $state.raw<Catalogue>();
	#observations = $state.raw<ReadonlyMap<string, readonly AreaObservation[]>>(new Map());
	#spread = $state.raw<readonly AreaObservation[]>([]);
	#outlines = $state.raw<readonly KnownArea[]>([]);
	#refusal = $state.raw<Refusal>();
	#asked = '';

	constructor(workshopId: string) {
		this.path = `/api/workshops/${workshopId}`;
	}

	/** Undefined until the server has answered. */
	get catalogue(): Catalogue | undefined {
		return this.#catalogue;
	}

	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	/** Values of one indicator in every area, for the map. */
	get spread(): readonly AreaObservation[] {
		return this.#spread;
	}

	get outlines(): readonly KnownArea[] {
		return this.#outlines;
	}

	/** What is known of an area; undefined while that is being asked. */
	of(area: string): readonly AreaObservation[] | undefined {
		return this.#observations.get(area);
	}

	/** Reads which figures there are, and forgets values that were read before. */
	async load(): Promise<void> {
		const catalogue = await this.#get<Catalogue>('figures');
		if (!catalogue) return;
		this.#observations = new Map();
		this.#asked = '';
		this.#catalogue = catalogue;
	}

	async loadAreas(areas: readonly string[]): Promise<void> {
		const missing = areas.filter((area) => area !== '' && !this.#observations.has(area));
		if (missing.length === 0) return;
		const query = missing.map((area) => `area=${encodeURIComponent(area)}`).join('&');
		const found = await this.#get<{ observations: AreaObservation[] }>(`figures?${query}`);
		if (!found) return;
		const grown = new Map(this.#observations);
		for (const area of missing) {
			grown.set(
				area,
				found.observations.filter((one) => one.area === area)
			);
		}
		this.#observations = grown;
	}

	async loadMap({ indicator, version, period }: Which, prefix: string): Promise<void> {
		const asked = JSON.stringify([indicator, version, period, prefix]);
		if (asked === this.#asked) return;
		this.#asked = asked;
		const query = new URLSearchParams({ indicator, version, period });
		const [values, outlines] = await Promise.all([
			this.#get<{ observations: AreaObservation[] }>(`figures?${query}`),
			this.#get<{ areas: KnownArea[] }>(`outlines?prefix=${encodeURIComponent(prefix)}`)
		]);
		if (asked !== this.#asked || !values || !outlines) return;
		this.#spread = values.observations.filter(({ area }) => area.startsWith(prefix));
		this.#outlines = outlines.areas;
	}

	/** Uses exactly these imports in this workshop. */
	async choose(batches: readonly number[]): Promise<void> {
		await this.#ask('PUT', 'figures', { batches });
		await this.load();
	}

	async undo(batch: number): Promise<void> {
		await this.#ask('DELETE', 'figures', { batch });
		await this.load();
	}

	#get<Value>(what: string): Promise<Value | undefined> {
		return this.#ask<Value>('GET', what);
	}

	async #ask<Value>(
		method: 'GET' | 'PUT' | 'DELETE',
		what: string,
		body?: object
	): Promise<Value | undefined> {
		const reply = await request<Value>(method, `${this.path}/${what}`, body);
		this.#refusal = reply.ok ? undefined : reply.refusal;
		return reply.ok ? reply.value : undefined;
	}
}
