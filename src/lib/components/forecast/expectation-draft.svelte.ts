import { lastValue } from '#lib/domain/area/focus.ts';
import type { SealedExpectation } from '#lib/domain/forecast/forecast.ts';
import { correctedRange } from '#lib/domain/forecast/own-record.ts';
import type { Range, StatedExpectation } from '#lib/domain/forecast/stated-expectation.ts';
import type { Indicator } from '#lib/domain/indicator.ts';

type Parts = { low: number | null; likely: number | null; high: number | null };

/** Why what is typed can't be stated yet. */
export type DraftProblem = 'missing' | 'order' | 'without';

const surest = 0.8;
const empty: Parts = { low: null, likely: null, high: null };

/** An expectation while somebody types it; nothing is sent before it is whole. */
export class ExpectationDraft {
	readonly #place: Pick<StatedExpectation, 'indicatorId' | 'date'>;
	baseline = $state<number | null>(null);
	expected = $state<Parts>({ ...empty });
	withoutPlan = $state<Parts>({ ...empty });
	confidence = $state(surest);
	source = $state('');

	constructor({ indicatorId, date, stated }: SealedExpectation, indicator: Indicator | undefined) {
		this.#place = { indicatorId, date };
		const measured = (indicator && lastValue(indicator)?.value) ?? null;
		this.baseline = stated ? stated.baseline : measured;
		this.expected = { ...empty, ...stated?.expected };
		this.withoutPlan = { ...empty, ...stated?.withoutPlan };
		this.confidence = stated?.confidence ?? surest;
		this.source = stated?.source ?? '';
	}

	/** What is wrong; undefined when it can be stated. */
	get problem(): DraftProblem | undefined {
		const { low, likely, high } = this.expected;
		if (low === null || likely === null || high === null) return 'missing';
		if (!rises(this.expected)) return 'order';
		return this.#withoutPlan === undefined ? 'without' : undefined;
	}

	/** What is stated; undefined as long as there is a problem. */
	get stated(): StatedExpectation | undefined {
		const withoutPlan = this.#withoutPlan;
		if (!rises(this.expected) || withoutPlan === undefined) return undefined;
		const { baseline, confidence, source, expected } = this;
		return { ...this.#place, baseline, confidence, source, expected: { ...expected }, withoutPlan };
	}

	/** Scales the expected change to what usually came; nothing as long as it is not whole or has no baseline. */
	correct(factor: number): void {
		if (this.baseline === null || !rises(this.expected)) return;
		this.expected = correctedRange(this.expected, this.baseline, factor);
	}

	/** Tells whether there is an expected change to scale. */
	get canCorrect(): boolean {
		return this.baseline !== null && rises(this.expected);
	}

	/** Null when nothing is filled in, undefined when it is half filled in. */
	get #withoutPlan(): Range | null | undefined {
		const { low, likely, high } = this.withoutPlan;
		if (low === null && likely === null && high === null) return null;
		return rises(this.withoutPlan) ? { ...this.withoutPlan } : undefined;
	}
}

function rises(parts: Parts): parts is Range {
	const { low, likely, high } = parts;
	return low !== null && likely !== null && high !== null && low <= likely && likely <= high;
}
