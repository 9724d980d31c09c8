import type { Calibration } from '../forecast/calibration.ts';
import { recordFindings } from '../forecast/own-record.ts';
import type { WorkshopFile } from '../workshop-file.ts';
import texts from './data/record_rule.json' with { type: 'json' };
import type { Finding } from './finding.ts';
import { at } from './judgement.ts';
import type { Rule } from './rule.ts';

/**
 * Asks about an estimate that the organisation's own record speaks against. It stands beside the table
 * of rules: those see a workshop alone, and this one needs what came of others.
 */
export const recordRule: Rule = {
	...{ id: 'R01', group: 'record', scope: 'effect', severity: 2, kind: 'assist' },
	...texts,
	...{ thresholds: {}, judge: {}, examples: undefined }
};

/**
 * Gives what the record asks about the estimates of a workshop: the part that came, its ends at 90 %,
 * of how many outcomes, and what those have in common with the estimate. Nothing below ten outcomes.
 */
export function findingsOfRecord(file: WorkshopFile, record: Calibration): Finding[] {
	return recordFindings(file, record).map(({ effect, record: { by, value, n, realisation } }) => ({
		...{ rule: recordRule.id, outcome: 'review', severity: recordRule.severity },
		target: at('effect', effect.id, 'amount'),
		scenario: null,
		values: { by, value, n, came: realisation.ratio, low: realisation.low, high: realisation.high }
	}));
}
