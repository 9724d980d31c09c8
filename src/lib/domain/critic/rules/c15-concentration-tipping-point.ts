import { at, failIf, reviewIf } from '../judgement.ts';
import { hasFlag } from '../reading/measures.ts';
import { defineRule } from '../rule.ts';

/** Asks why it would go well here when an area is at its tipping point and a measure adds to it. */
export const rule = defineRule({
	id: 'C15',
	scope: 'measure',
	severity: 3,
	kind: 'auto',
	thresholds: { overall: 0.4, safety: 0.6 },
	judge: {
		measure({ measure, effects, frame }, { overall, safety }) {
			const adds = hasFlag(measure, 'adds-concentration');
			const target = at('measure', measure.id, 'flags');
			const share = frame.area?.associationShare ?? null;
			const onlySafety =
				effects.length > 0 && effects.every(({ effect }) => effect.dimension === 'safety');
			const threshold = onlySafety ? safety : overall;
			if (share === null) return reviewIf(adds, target, { share, threshold });
			return failIf(adds && share >= threshold, target, { share, threshold });
		}
	},
	examples: {
		passing: {
			workshop: { area: { associationShare: 0.39 } },
			measures: [{ flags: ['adds-concentration'] }]
		},
		nearMiss: {
			workshop: { area: { associationShare: 0.5 } },
			measures: [{ flags: ['adds-concentration'] }],
			effects: [{ dimension: 'safety' }]
		},
		failing: {
			given: {
				workshop: { area: { associationShare: 0.4 } },
				measures: [{ flags: ['adds-concentration'] }],
				effects: [{ dimension: 'safety' }, { dimension: 'housing' }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'flags')
		},
		reviewing: {
			given: { measures: [{ flags: ['adds-concentration'] }] },
			outcome: 'review',
			target: at('measure', 'measure', 'flags')
		}
	}
});
