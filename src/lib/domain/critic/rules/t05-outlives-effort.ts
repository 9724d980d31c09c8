import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { meanShare } from '../reading/estimate.ts';
import { endMonth } from '../reading/months.ts';
import { lowestOf } from '../reading/statistics.ts';
import { defineRule } from '../rule.ts';

/** Asks why a benefit stays as large as it was after the effort has ended. */
export const rule = defineRule({
	id: 'T05',
	scope: 'effect',
	severity: 2,
	kind: 'auto',
	thresholds: { toleranceMonths: 3, minDropOff: 0.02 },
	judge: {
		effect({ effect, measures, frame }, { toleranceMonths, minDropOff }) {
			const { horizonMonths } = frame;
			const built = measures.some(({ domain }) => domain === 'physical');
			const effectEnds = Math.min(endMonth(effect, horizonMonths), horizonMonths);
			const effortEnds = lowestOf(measures.map((measure) => endMonth(measure, horizonMonths)));
			const outlives = effectEnds > effortEnds + toleranceMonths;
			const lasting = (meanShare(effect.dropOff) ?? 0) < minDropOff;
			const target = at('effect', effect.id, 'dropOff');
			const values = { effectEnds, effortEnds };
			return failIf(isBenefit(effect) && !built && outlives && lasting, target, values);
		}
	},
	examples: {
		passing: { measures: [{ durationMonths: 24 }], effects: [{ dropOff: 0.1 }] },
		nearMiss: { measures: [{ durationMonths: 24 }], effects: [{ durationMonths: 27 }] },
		failing: {
			given: { measures: [{ durationMonths: 24 }], effects: [{ durationMonths: 28 }] },
			outcome: 'fail',
			target: at('effect', 'effect', 'dropOff')
		}
	}
});
