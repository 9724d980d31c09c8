import type { Translate } from '#lib/i18n/translate.ts';
import { engineVersion } from '#lib/domain/valuation/engine.ts';
import type { Report } from '#lib/exporters/report.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import { LiveCritic } from '#lib/live/critic.svelte.ts';
import { LiveValuation } from '#lib/live/valuation.svelte.ts';
import { quickSamples, settledReplicates } from '#lib/live/valuation/messages.ts';
import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import { buildReport } from './build-report.ts';
import { paperOptions, withNames } from './report-scenarios.ts';

/** On paper chances multiply, whatever its reader likes to look at: the same board is the same report. */
const probabilityMode = 'expected';

/** The report of a workshop as it is now. Make it while a component starts: it follows the board. */
export class LiveReport {
	readonly #session: WorkshopSession;
	readonly #tongue: Tongue;
	readonly critic: LiveCritic;
	readonly valuation: LiveValuation;

	/** The scenarios that the report can be about. */
	readonly options = $derived.by(() => paperOptions(this.#session.content.scenarios, this.#t));
	/** An adopted scenario is what the report is about, until somebody looks at another one. */
	readonly scenarioId: string = $derived.by(() => {
		const ids = this.options.map(({ value }) => value);
		const adopted = this.#session.shared.adopted.at(-1)?.scenarioId;
		return this.#session.shown.among(ids, adopted ?? ids[0] ?? '');
	});
	/** Undefined as long as the board, the numbers or the critic are not there: no report is half. */
	readonly report: Report | undefined = $derived.by(() => this.#build());

	constructor(session: WorkshopSession, tongue: Tongue) {
		this.#session = session;
		this.#tongue = tongue;
		this.critic = new LiveCritic(session);
		this.valuation = new LiveValuation({
			session,
			scenarioIds: () => this.options.map(({ value }) => value),
			detailsOf: () => this.scenarioId,
			withTornado: false,
			probabilityMode
		});
	}

	get #t(): Translate {
		return this.#tongue.t;
	}

	#build(): Report | undefined {
		const { critic, valuation, scenarioId } = this;
		const { evaluation } = valuation;
		if (!critic.ready || !evaluation) return undefined;
		const { t, current } = this.#tongue;
		return buildReport({
			file: withNames(valuation.file, t),
			shared: this.#session.shared,
			evaluation,
			questions: critic.questions,
			ask: (ruleId) => critic.ruleOf(ruleId)?.question[current] ?? ruleId,
			scenarioId,
			engine: {
				version: engineVersion,
				seed: 1,
				samples: quickSamples * (valuation.isSettled ? settledReplicates : 1),
				probabilityMode
			},
			tongue: { t, current }
		});
	}
}
