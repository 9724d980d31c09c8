import type { Measure } from '../../measure.ts';
import { at, failIf } from '../judgement.ts';
import { hasFlag } from '../reading/measures.ts';
import { defineRule } from '../rule.ts';

/** Asks for confirmed support, in time, where more vulnerable people come to live. */
export const rule = defineRule({
	id: 'C14',
	scope: 'scenario',
	severity: 3,
	kind: 'auto',
	thresholds: { sectors: ['care', 'welfare', 'municipality', 'health-insurer'] },
	judge: {
		programme({ measures, frame }, { sectors }) {
			const isConfirmed = ({ type, contributions }: Measure) =>
				type === 'care-support' &&
				contributions.some(
					({ partyId, confirmed }) =>
						confirmed && sectors.includes(frame.sectors.get(partyId) ?? '')
				);
			const support = measures.filter(isConfirmed);
			return measures.map((measure) => {
				const supported = support.some(({ startMonth }) => startMonth <= measure.startMonth);
				const inflow = hasFlag(measure, 'raises-vulnerable-inflow');
				return failIf(inflow && !supported, at('measure', measure.id, 'flags'));
			});
		}
	},
	examples: {
		passing: {
			parties: [{ sector: 'care' }],
			measures: [
				{ flags: ['raises-vulnerable-inflow'], startMonth: 6 },
				{ type: 'care-support', startMonth: 6, contributions: [{ confirmed: true }] }
			],
			scenarios: [{}]
		},
		nearMiss: { measures: [{ flags: ['adds-concentration'] }], scenarios: [{}] },
		failing: {
			given: {
				parties: [{ sector: 'care' }],
				measures: [
					{ flags: ['raises-vulnerable-inflow'], startMonth: 6 },
					{ type: 'care-support', startMonth: 7, contributions: [{ confirmed: true }] }
				],
				scenarios: [{}]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'flags'),
			scenario: 'scenario'
		}
	}
});
