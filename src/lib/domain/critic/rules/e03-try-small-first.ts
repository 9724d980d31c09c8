import { at, failIf } from '../judgement.ts';
import { isBenefit, levelOf } from '../reading/effects.ts';
import { hasFlag } from '../reading/measures.ts';
import { highestOf } from '../reading/statistics.ts';
import { defineRule } from '../rule.ts';

/** Asks for a small experiment before a new measure runs in full on belief alone. */
export const rule = defineRule({
	id: 'E03',
	scope: 'measure',
	severity: 3,
	kind: 'auto',
	thresholds: { maxLevel: 1 },
	judge: {
		measure({ measure, effects, choices }, { maxLevel }) {
			const levels = effects
				.filter(({ effect }) => isBenefit(effect))
				.map(({ effect }) => levelOf(effect));
			const level = Math.max(0, highestOf(levels));
			const large = measure.scale === 'full' && !hasFlag(measure, 'already-running');
			const tried = choices.some(({ decision }) => decision === 'pilot');
			const believed = level >= 1 && level <= maxLevel;
			return failIf(large && !tried && believed, at('measure', measure.id, 'scale'), { level });
		}
	},
	examples: {
		passing: { measures: [{ scale: 'pilot' }], effects: [{ evidence: { level: 1 } }] },
		nearMiss: { effects: [{ evidence: { level: 1 } }, { evidence: { level: 2 } }] },
		failing: {
			given: { effects: [{ evidence: { level: 1 } }] },
			outcome: 'fail',
			target: at('measure', 'measure', 'scale')
		}
	}
});
