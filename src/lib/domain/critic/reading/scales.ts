import type { Scenario } from '../../scenario.ts';
import { measuresIn } from '../../valuation/scenario-membership.ts';
import { once } from './once.ts';

/** The measures in a scenario, each with the number that multiplies it. */
export const scalesOf = once((scenario: Scenario) => measuresIn(scenario));
