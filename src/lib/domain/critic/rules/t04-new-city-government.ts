import { at, failIf } from '../judgement.ts';
import { endMonth } from '../reading/months.ts';
import { defineRule } from '../rule.ts';

/** Asks who pays after the funding ends, or after an election when a municipality pays each year. */
export const rule = defineRule({
	id: 'T04',
	scope: 'measure',
	severity: 2,
	kind: 'auto',
	judge: {
		measure({ measure, frame }) {
			const { startYear, horizonMonths, policy, sectors } = frame;
			const end = Math.min(endMonth(measure, horizonMonths), horizonMonths);
			const firstYear = startYear + Math.floor(measure.startMonth / 12);
			const lastYear = startYear + Math.ceil(end / 12) - 1;
			const until = measure.fundingUntilYear;
			const election = policy.electionYears.some((year) => year >= firstYear && year <= lastYear);
			const yearly = measure.contributions.some(
				({ partyId, timing }) => timing === 'yearly' && sectors.get(partyId) === 'municipality'
			);
			const uncovered = until === null ? election && yearly : until < lastYear;
			return failIf(uncovered, at('measure', measure.id, 'fundingUntilYear'), { until, lastYear });
		}
	},
	examples: {
		passing: { measures: [{ durationMonths: 36, fundingUntilYear: 2029 }] },
		nearMiss: {
			workshop: { policy: { electionYears: [2030] } },
			parties: [{ sector: 'municipality' }],
			measures: [{ durationMonths: 36, contributions: [{ timing: 'yearly' }] }]
		},
		failing: {
			given: {
				workshop: { policy: { electionYears: [2030] } },
				parties: [{ sector: 'municipality' }],
				measures: [{ durationMonths: 37, contributions: [{ timing: 'yearly' }] }]
			},
			outcome: 'fail',
			target: at('measure', 'measure', 'fundingUntilYear')
		}
	}
});
