import { at, failIf } from '../judgement.ts';
import { endMonth } from '../reading/months.ts';
import { defineRule } from '../rule.ts';

/** Asks how long the people stay on whom a social measure depends. */
export const rule = defineRule({
	id: 'T03',
	scope: 'measure',
	severity: 3,
	kind: 'auto',
	thresholds: {
		months: 36,
		types: ['caretaker', 'care-support'],
		peopleTypes: ['soft-steering', 'caretaker', 'care-support', 'meeting']
	},
	judge: {
		measure({ measure, frame }, { months, types, peopleTypes }) {
			const runs = endMonth(measure, frame.horizonMonths) - measure.startMonth;
			const needed = Math.min(runs, months);
			const promised = measure.keyStaffMonths;
			const mustPromise = types.includes(measure.type);
			const short =
				promised === null
					? mustPromise
					: promised < needed && (mustPromise || peopleTypes.includes(measure.type));
			const target = at('measure', measure.id, 'keyStaffMonths');
			return failIf(measure.domain !== 'physical' && short, target, { promised, needed });
		}
	},
	examples: {
		passing: { measures: [{ type: 'caretaker', keyStaffMonths: 36 }] },
		nearMiss: { measures: [{ type: 'caretaker', durationMonths: 24, keyStaffMonths: 24 }] },
		failing: {
			given: { measures: [{ type: 'caretaker', keyStaffMonths: 35 }] },
			outcome: 'fail',
			target: at('measure', 'measure', 'keyStaffMonths')
		}
	}
});
