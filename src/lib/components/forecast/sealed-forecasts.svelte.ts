import type { SealedForecast } from '#lib/domain/forecast/forecast.ts';
import { request, type Refusal } from '../shell/request.ts';

/** The sealed forecasts of a workshop, which the server keeps outside the shared documents. */
export class SealedForecasts {
	readonly #workshopId: string;
	#forecasts = $state.raw<readonly SealedForecast[]>();
	#refusal = $state.raw<Refusal>();

	constructor(workshopId: string) {
		this.#workshopId = workshopId;
	}

	/** The first one first; undefined before they are fetched. */
	get current(): readonly SealedForecast[] | undefined {
		return this.#forecasts;
	}

	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	/** Fetches them again when there are more than are known here. */
	async follow(count: number): Promise<void> {
		if (this.#forecasts && this.#forecasts.length >= count) return;
		const path = `/api/workshops/${this.#workshopId}/forecasts`;
		const reply = await request<{ forecasts: readonly SealedForecast[] }>('GET', path);
		if (reply.ok) this.#forecasts = reply.value.forecasts;
		this.#refusal = reply.ok ? undefined : reply.refusal;
	}
}
