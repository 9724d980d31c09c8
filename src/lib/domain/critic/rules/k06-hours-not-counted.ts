import { at, failIf } from '../judgement.ts';
import { isEmptyPledge } from '../reading/measures.ts';
import { defineRule } from '../rule.ts';

/** Asks how many hours a measure takes that runs on people. */
export const rule = defineRule({
	id: 'K06',
	scope: 'measure',
	severity: 2,
	kind: 'auto',
	thresholds: {
		types: ['soft-steering', 'enforcement', 'care-support', 'caretaker', 'meeting', 'relocation']
	},
	judge: {
		measure({ measure }, { types }) {
			const { contributions } = measure;
			const anything = contributions.some(({ amount, hours }) => amount !== null || hours !== null);
			const anyHours = contributions.some(({ hours }) => hours !== null);
			const uncounted = !anything || (types.includes(measure.type) && !anyHours);
			// An empty pledge is already asked about by K09.
			const asked = contributions.some(isEmptyPledge);
			return failIf(uncounted && !asked, at('measure', measure.id, 'contributions'));
		}
	},
	examples: {
		passing: {
			parties: [{}],
			measures: [{ type: 'meeting', contributions: [{ amount: 900, hours: 40 }] }]
		},
		nearMiss: {
			parties: [{}],
			measures: [{ type: 'meeting', contributions: [{ amount: 900 }, {}] }]
		},
		failing: {
			given: {
				parties: [{}],
				measures: [{ type: 'meeting', contributions: [{ amount: 900 }] }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'contributions')
		}
	}
});
