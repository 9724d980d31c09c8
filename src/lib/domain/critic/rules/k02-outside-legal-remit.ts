import { at, failIf, reviewIf } from '../judgement.ts';
import { hasFlag } from '../reading/measures.ts';
import { isBlank } from '../reading/text.ts';
import { defineRule } from '../rule.ts';

/** Asks whether a housing association may lead this. */
export const rule = defineRule({
	id: 'K02',
	scope: 'measure',
	severity: 3,
	kind: 'auto',
	thresholds: { failTypes: ['care-support', 'enforcement'], reviewTypes: ['public-space'] },
	judge: {
		measure({ measure, frame }, { failTypes, reviewTypes }) {
			const leads = frame.sectors.get(measure.leadPartyId ?? '') === 'housing-association';
			const founded = !isBlank(measure.legalBasis) || hasFlag(measure, 'procedure-checked');
			const target = at('measure', measure.id, 'legalBasis');
			const doubtful = leads && !founded;
			if (failTypes.includes(measure.type)) return failIf(doubtful, target);
			return reviewIf(doubtful && reviewTypes.includes(measure.type), target);
		}
	},
	examples: {
		passing: {
			parties: [{ sector: 'housing-association' }],
			measures: [{ type: 'enforcement', leadPartyId: 'party', legalBasis: 'Agreement, article 4' }]
		},
		nearMiss: {
			parties: [{ sector: 'housing-association' }],
			measures: [{ type: 'enforcement', leadPartyId: 'party', flags: ['procedure-checked'] }]
		},
		failing: {
			given: {
				parties: [{ sector: 'housing-association' }],
				measures: [{ type: 'enforcement', leadPartyId: 'party' }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'legalBasis')
		},
		reviewing: {
			given: {
				parties: [{ sector: 'housing-association' }],
				measures: [{ type: 'public-space', leadPartyId: 'party' }]
			},
			outcome: 'review',
			target: at('measure', 'measure', 'legalBasis')
		}
	}
});
