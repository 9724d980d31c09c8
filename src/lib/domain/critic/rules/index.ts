import { rule as c01 } from './c01-outside-influence.ts';
import { rule as c02 } from './c02-one-knob.ts';
import { rule as c03 } from './c03-bricks-without-people.ts';
import { rule as c04 } from './c04-leefbaarometer-no-proof.ts';
import { rule as c05 } from './c05-would-have-happened-anyway.ts';
import { rule as c06 } from './c06-all-credit-to-ourselves.ts';
import { rule as c07 } from './c07-waterbed.ts';
import { rule as c08 } from './c08-effects-cancel-out.ts';
import { rule as c09 } from './c09-missing-link.ts';
import { rule as c10 } from './c10-own-trade-only.ts';
import { rule as c11 } from './c11-mixing-on-income.ts';
import { rule as c12 } from './c12-no-demand.ts';
import { rule as c13 } from './c13-own-policy-works-against.ts';
import { rule as c14 } from './c14-inflow-without-care.ts';
import { rule as c15 } from './c15-concentration-tipping-point.ts';
import { rule as c16 } from './c16-mild-intellectual-disability.ts';
import { rule as c17 } from './c17-only-inflow.ts';
import { rule as d01 } from './d01-no-receiver.ts';
import { rule as d02 } from './d02-payer-does-not-collect.ts';
import { rule as d03 } from './d03-free-rider.ts';
import { rule as d04 } from './d04-no-losers.ts';
import { rule as d05 } from './d05-less-chance-for-lowest-incomes.ts';
import { rule as d06 } from './d06-affordability-after-upgrade.ts';
import { rule as d07 } from './d07-counted-twice.ts';
import { rule as d08 } from './d08-area-or-target-group.ts';
import { rule as d09 } from './d09-screening-without-permission.ts';
import { rule as d10 } from './d10-receiver-not-at-table.ts';
import { rule as d11 } from './d11-self-reliant-tenant.ts';
import { rule as e01 } from './e01-no-evidence.ts';
import { rule as e02 } from './e02-no-look-elsewhere.ts';
import { rule as e03 } from './e03-try-small-first.ts';
import { rule as e04 } from './e04-statistics-only.ts';
import { rule as e05 } from './e05-gut-feeling-only.ts';
import { rule as e06 } from './e06-average-hides-difference.ts';
import { rule as e07 } from './e07-national-finding-copied.ts';
import { rule as e08 } from './e08-different-context.ts';
import { rule as g01 } from './g01-no-critic.ts';
import { rule as g02 } from './g02-indispensable-party-absent.ts';
import { rule as g03 } from './g03-pointing-at-each-other.ts';
import { rule as g04 } from './g04-no-shared-analysis.ts';
import { rule as g05 } from './g05-everyone-means-no-one.ts';
import { rule as g06 } from './g06-out-of-step.ts';
import { rule as g07 } from './g07-estimated-after-discussion.ts';
import { rule as g08 } from './g08-disagreement-averaged-away.ts';
import { rule as g09 } from './g09-agreed-too-fast.ts';
import { rule as g10 } from './g10-no-room-for-exceptions.ts';
import { rule as g11 } from './g11-not-recorded.ts';
import { rule as k01 } from './k01-budget-per-dwelling.ts';
import { rule as k02 } from './k02-outside-legal-remit.ts';
import { rule as k03 } from './k03-first-responsible-missing.ts';
import { rule as k04 } from './k04-what-others-already-do.ts';
import { rule as k05 } from './k05-could-another-do-it.ts';
import { rule as k06 } from './k06-hours-not-counted.ts';
import { rule as k07 } from './k07-less-borrowing-room.ts';
import { rule as k08 } from './k08-no-extra-home.ts';
import { rule as k09 } from './k09-pledge-without-amount.ts';
import { rule as k10 } from './k10-missed-combination.ts';
import { rule as k11 } from './k11-mid-rent-market-test.ts';
import { rule as m01 } from './m01-larger-than-ever-measured.ts';
import { rule as m02 } from './m02-point-without-range.ts';
import { rule as m03 } from './m03-range-too-narrow.ts';
import { rule as m04 } from './m04-nothing-but-pluses.ts';
import { rule as m05 } from './m05-reach-smaller-than-effect.ts';
import { rule as m06 } from './m06-no-norm.ts';
import { rule as m07 } from './m07-anchored-to-initiator.ts';
import { rule as m08 } from './m08-flips-after-correction.ts';
import { rule as o01 } from './o01-effect-without-meter.ts';
import { rule as o02 } from './o02-no-baseline.ts';
import { rule as o03 } from './o03-no-own-data.ts';
import { rule as o04 } from './o04-no-date-to-look-back.ts';
import { rule as o05 } from './o05-ambiguous-meter.ts';
import { rule as o06 } from './o06-no-comparison-area.ts';
import { rule as o07 } from './o07-more-reports-or-more-nuisance.ts';
import { rule as o08 } from './o08-last-time-not-checked.ts';
import { rule as o09 } from './o09-success-switched-off.ts';
import { rule as o10 } from './o10-identifiable-people.ts';
import { rule as o11 } from './o11-only-the-total.ts';
import { rule as t01 } from './t01-too-soon.ts';
import { rule as t02 } from './t02-review-before-measurement.ts';
import { rule as t03 } from './t03-people-do-not-stay.ts';
import { rule as t04 } from './t04-new-city-government.ts';
import { rule as t05 } from './t05-outlives-effort.ts';
import { rule as t06 } from './t06-only-fires.ts';
import { rule as t07 } from './t07-wrong-order.ts';
import { rule as t08 } from './t08-temporary-without-end.ts';
import type { Rule } from '../rule.ts';

/**
 * Every rule of the critic. A rule is one file in this folder and one line in this list; a test fails
 * when a file is missing here.
 */
export const rules: readonly Rule[] = [
	...[e01, e02, e03, e04, e05, e06, e07, e08],
	...[c01, c02, c03, c04, c05, c06, c07, c08, c09, c10, c11, c12],
	...[c13, c14, c15, c16, c17],
	...[d01, d02, d03, d04, d05, d06, d07, d08, d09, d10, d11],
	...[m01, m02, m03, m04, m05, m06, m07, m08],
	...[t01, t02, t03, t04, t05, t06, t07, t08],
	...[k01, k02, k03, k04, k05, k06, k07, k08, k09, k10, k11],
	...[g01, g02, g03, g04, g05, g06, g07, g08, g09, g10, g11],
	...[o01, o02, o03, o04, o05, o06, o07, o08, o09, o10, o11]
];
