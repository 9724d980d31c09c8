import { at, failIf } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { defineRule } from '../rule.ts';

/** Asks what gets worse when a workshop has effects and all of them are benefits. */
export const rule = defineRule({
	id: 'M04',
	scope: 'workshop',
	severity: 2,
	kind: 'auto',
	thresholds: { minEffects: 5 },
	judge: {
		outlines({ workshopId, effects }, { minEffects }) {
			const onlyPluses = effects.length >= minEffects && effects.every(isBenefit);
			const values = { effects: effects.map(({ id }) => id) };
			return failIf(onlyPluses, at('workshop', workshopId, 'effects'), values);
		}
	},
	examples: {
		passing: { effects: [{}, {}, {}, {}, { direction: 'harm' }] },
		nearMiss: { effects: [{}, {}, {}, {}] },
		failing: {
			given: { effects: [{}, {}, {}, {}, {}] },
			outcome: 'fail',
			target: at('workshop', 'workshop', 'effects')
		}
	}
});
