import type { Language } from '../vocabulary.ts';
import rulesFile from './data/critic_rules.json' with { type: 'json' };
import reasonsFile from './data/reasons.json' with { type: 'json' };
import remediesFile from './data/remedies.json' with { type: 'json' };

export type RuleText = { readonly [language in Language]: string };

/** What people read about a rule. */
export type RuleTexts = {
	readonly group: string;
	readonly title: RuleText;
	readonly question: RuleText;
	/** The publication that the rule comes from. */
	readonly source: string;
	/** What the rule found, in plain words; undefined for a question to the human critic. */
	readonly reason: RuleText | undefined;
	/** What would remove the finding; undefined for a question to the human critic. */
	readonly remedy: RuleText | undefined;
};

const texts = new Map(rulesFile.rules.map((rule) => [rule.id, rule]));
const reasons: { readonly [ruleId: string]: RuleText | undefined } = reasonsFile;
const remedies: { readonly [ruleId: string]: RuleText | undefined } = remediesFile;

/** Finds the texts of a rule in the critic data; throws for a rule that the data do not know. */
export function textsOf(ruleId: string): RuleTexts {
	const found = texts.get(ruleId);
	if (!found) throw new Error(`The critic data know no rule ${ruleId}.`);
	const { group, title, question, source } = found;
	const [reason, remedy] = [reasons[ruleId], remedies[ruleId]];
	return { group, title, question, source, reason, remedy };
}
