import type { LiveCritic } from '#lib/live/critic.svelte.ts';
import type { LiveValuation } from '#lib/live/valuation.svelte.ts';
import { readMeter, type Meter } from './meter.ts';

type Watched = {
	readonly critic: LiveCritic;
	readonly valuation: LiveValuation;
	readonly scenarioId: () => string;
};

/**
 * The wensdenk-meter of the scenario that is looked at, live: it moves when somebody changes a number,
 * an evidence level or a challenge.
 */
export class LiveMeter {
	/** Undefined until the scenario was valued for the first time. */
	readonly current: Meter | undefined;

	constructor({ critic, valuation, scenarioId }: Watched) {
		this.current = $derived.by(() => {
			const id = scenarioId();
			const value = valuation.evaluation?.scenarios.find((scenario) => scenario.id === id);
			return value && readMeter({ file: critic.file, findings: critic.findings, value });
		});
	}
}
