import { at, failIf } from '../judgement.ts';
import { hasFlag } from '../reading/measures.ts';
import { defineRule } from '../rule.ts';

/** Asks who does this already, before a new social measure starts. */
export const rule = defineRule({
	id: 'K04',
	scope: 'measure',
	severity: 2,
	kind: 'auto',
	judge: {
		measure({ measure }) {
			const checked =
				hasFlag(measure, 'existing-initiatives-checked') || hasFlag(measure, 'already-running');
			return failIf(measure.domain === 'social' && !checked, at('measure', measure.id, 'flags'));
		}
	},
	examples: {
		passing: { measures: [{ domain: 'social', flags: ['existing-initiatives-checked'] }] },
		nearMiss: { measures: [{ domain: 'social', flags: ['already-running'] }] },
		failing: {
			given: { measures: [{ domain: 'social', flags: ['temporary'] }] },
			outcome: 'fail',
			target: at('measure', 'measure', 'flags')
		}
	}
});
