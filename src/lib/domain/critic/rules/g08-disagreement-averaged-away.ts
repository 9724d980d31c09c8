import { at, failIf } from '../judgement.ts';
import { quantileOf } from '../reading/statistics.ts';
import { isBlank } from '../reading/text.ts';
import { defineRule } from '../rule.ts';

/** Asks what was said when estimates lie far apart and nothing is noted. */
export const rule = defineRule({
	id: 'G08',
	scope: 'round',
	severity: 2,
	kind: 'auto',
	thresholds: { spread: 0.5, minEstimates: 4 },
	judge: {
		round({ round }, { spread, minEstimates }) {
			const target = at('round', round.id, 'note');
			const values = round.estimates.map(({ likely }) => likely);
			if (round.status !== 'revealed' || values.length < Math.max(1, minEstimates)) {
				return failIf(false, target);
			}
			const iqr = quantileOf(values, 0.75) - quantileOf(values, 0.25);
			const median = quantileOf(values, 0.5);
			const divided = iqr > spread * Math.abs(median);
			return failIf(divided && isBlank(round.note), target, { iqr, median });
		}
	},
	examples: {
		passing: { effects: [{}], rounds: [{ estimates: estimates(1, 2, 4, 9), note: 'Who counts?' }] },
		nearMiss: { effects: [{}], rounds: [{ estimates: estimates(1, 4, 9) }] },
		failing: {
			given: { effects: [{}], rounds: [{ estimates: estimates(1, 2, 4, 9), note: ' ' }] },
			outcome: 'fail',
			target: at('round', 'round', 'note')
		}
	}
});

function estimates(...values: number[]) {
	return values.map((likely) => ({ low: likely, likely, high: likely }));
}
