import * as v from 'valibot';
import { recordRule } from '#lib/domain/critic/record-rule.ts';
import { rules } from '#lib/domain/critic/rules/index.ts';
import { targetFields } from './target.ts';

const ruleIds: ReadonlySet<string> = new Set([...rules, recordRule].map(({ id }) => id));

/** The id of a rule that the critic has. */
export const ruleIdSchema = v.pipe(
	v.string(),
	v.check((id) => ruleIds.has(id), 'There is no critic rule with this id.')
);

/** The place of a finding: its rule and what it is about. */
export const findingFields = { rule: ruleIdSchema, target: targetFields };
