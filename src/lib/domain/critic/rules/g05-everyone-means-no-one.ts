import { at, failIf } from '../judgement.ts';
import { isBlank, norm } from '../reading/text.ts';
import { defineRule } from '../rule.ts';

/** Asks for one name or role that answers for a measure. */
export const rule = defineRule({
	id: 'G05',
	scope: 'measure',
	severity: 3,
	kind: 'auto',
	thresholds: {
		nobody: [
			...['allen', 'alle', 'iedereen', 'allemaal', 'samen', 'alle partijen'],
			...['nader te bepalen', 'ntb', 'n.t.b.', 'nnb'],
			...['all', 'everyone', 'everybody', 'together', 'all parties', 'to be decided', 'tbd'],
			...['?', '-']
		]
	},
	judge: {
		measure({ measure }, { nobody }) {
			const value = measure.ownerName;
			const unowned = isBlank(value) || nobody.some((word) => norm(word) === norm(value));
			return failIf(unowned, at('measure', measure.id, 'ownerName'), { value });
		}
	},
	examples: {
		passing: { measures: [{ ownerName: 'team leader of the caretakers' }] },
		nearMiss: { measures: [{ ownerName: 'all-round caretaker' }] },
		failing: {
			given: { measures: [{ ownerName: ' Alle partijen' }] },
			outcome: 'fail',
			target: at('measure', 'measure', 'ownerName')
		}
	}
});
