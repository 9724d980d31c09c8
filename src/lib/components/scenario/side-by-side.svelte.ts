import type { Tongue } from '#lib/components/arena/number-text.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import type { Scenario } from '#lib/domain/scenario.ts';
import type { Evaluation } from '#lib/domain/valuation/evaluation.ts';
import { countScenario, hasEuros } from '#lib/domain/valuation/in-euros.ts';
import type { Settings } from '#lib/domain/workshop.ts';
import { leftOutOf, type LeftOut } from '#lib/components/results/left-out.ts';
import { LiveValuation } from '#lib/live/valuation.svelte.ts';
import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import { ComparedScenarios } from './compared-scenarios.svelte.ts';
import { comparisonRows, type Candidate, type ComparisonRow } from './comparison.ts';

const nothing = { scenarios: [], comparison: [] };

/**
 * The scenarios that somebody looks at beside each other, with what they are worth.
 * A scenario with nothing in euros is shown, but not compared in euros: else it would tie with doing
 * nothing. Make it while a component starts.
 */
export class SideBySide {
	readonly compared: ComparedScenarios;
	readonly valuation: LiveValuation;
	readonly #session: WorkshopSession;
	readonly #tongue: Pick<Tongue, 't'>;

	/** The scenarios beside each other, without doing nothing. */
	readonly scenarios: readonly Scenario[] = $derived.by(() => {
		const { shown } = this.compared;
		return this.#session.content.scenarios.filter(({ id }) => shown.includes(id));
	});
	readonly #candidates: readonly Candidate[] = $derived.by(() => {
		const title = this.#tongue.t('arena.scenario.do-nothing');
		return [{ id: doNothingId, title, choices: [] }, ...this.scenarios].map((scenario) => ({
			scenario,
			counts: countScenario(scenario, this.#session.content),
			adopted: this.isAdopted(scenario.id)
		}));
	});
	readonly rows: readonly ComparisonRow[] = $derived.by(() =>
		comparisonRows(this.#candidates, this.evaluation ?? nothing)
	);
	readonly leftOut: readonly LeftOut[] = $derived.by(() =>
		leftOutOf(this.#session.content, this.scenarios, this.evaluation ?? nothing)
	);

	constructor(session: WorkshopSession, tongue: Pick<Tongue, 't'>) {
		this.#session = session;
		this.#tongue = tongue;
		const ids = () => session.content.scenarios.map(({ id }) => id);
		this.compared = new ComparedScenarios(session.workshopId, ids);
		this.valuation = new LiveValuation({ session, scenarioIds: () => this.#valuedIds() });
	}

	get evaluation(): Evaluation | undefined {
		return this.valuation.evaluation;
	}

	get settings(): Settings {
		return this.valuation.file.workshop;
	}

	/** The group decided on this scenario: only the server keeps that. */
	isAdopted(id: string): boolean {
		return this.#session.shared.adopted.some(({ scenarioId }) => scenarioId === id);
	}

	#valuedIds(): string[] {
		return this.#candidates
			.filter(({ counts }) => hasEuros(counts))
			.map(({ scenario }) => scenario.id);
	}
}
