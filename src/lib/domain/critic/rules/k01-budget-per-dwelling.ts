import type { Measure } from '../../measure.ts';
import { partOfYear } from '../../valuation/overlap.ts';
import { at, failIf } from '../judgement.ts';
import { meanAmount } from '../reading/estimate.ts';
import { scalesOf } from '../reading/scales.ts';
import { defineRule } from '../rule.ts';
import { perFrame } from '../views/per-frame.ts';

/** Asks who decided to spend more on liveability per dwelling than the association's own norm. */
export const rule = defineRule({
	id: 'K01',
	scope: 'scenario',
	severity: 2,
	kind: 'auto',
	thresholds: { types: ['public-space', 'budget'] },
	judge: {
		programme({ scenario, measures, frame }, { types }) {
			const target = at('scenario', scenario.id, 'choices');
			const dwellings = (frame.area?.dwellings ?? 0) * (frame.area?.associationShare ?? 1);
			if (!(dwellings > 0)) return failIf(false, target);
			const scales = scalesOf(scenario);
			const spent = spentYearly(frame);
			const yearly = measures
				.filter(({ domain, type }) => domain === 'social' || types.includes(type))
				.map((measure) => (scales.get(measure.id) ?? 0) * spent(measure))
				.reduce((sum, euros) => sum + euros, 0);
			const perDwelling = yearly / dwellings;
			const norm = frame.policy.liveabilityNormPerDwelling;
			return failIf(perDwelling > norm, target, { perDwelling, norm });
		}
	},
	examples: {
		passing: {
			workshop: { area: { dwellings: 100 } },
			parties: [{ sector: 'housing-association' }],
			measures: [{ contributions: [{ amount: 12000, timing: 'yearly' }] }],
			scenarios: [{}]
		},
		nearMiss: {
			workshop: { area: { dwellings: 100 } },
			parties: [{ sector: 'housing-association' }],
			measures: [{ domain: 'physical', contributions: [{ amount: 900000 }] }],
			scenarios: [{}]
		},
		failing: {
			given: {
				workshop: { area: { dwellings: 100, associationShare: 0.5 } },
				parties: [{ sector: 'housing-association' }],
				measures: [{ contributions: [{ amount: 12000, timing: 'yearly' }] }],
				scenarios: [{}]
			},
			outcome: 'fail',
			target: at('scenario', 'scenario', 'choices'),
			scenario: 'scenario'
		}
	}
});

/** Euros of housing associations in an average year in which a measure runs, at scale 1. */
const spentYearly = perFrame((measure: Measure, { horizonYears, sectors }): number => {
	const parts = Array.from({ length: horizonYears }, (_, year) => partOfYear(year, measure));
	const running = Math.max(1, parts.filter((part) => part > 0).length);
	const fullYears = parts.reduce((sum, part) => sum + part, 0);
	return measure.contributions
		.filter(
			({ kind, partyId }) => kind === 'money' && sectors.get(partyId) === 'housing-association'
		)
		.map(({ amount, timing }) => {
			const times = timing === 'yearly' ? fullYears : 1;
			return ((meanAmount(amount) ?? 0) * times) / running;
		})
		.reduce((sum, spent) => sum + spent, 0);
});
