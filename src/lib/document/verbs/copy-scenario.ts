import type { Scenario } from '#lib/domain/scenario.ts';
import { gone, type Refusal } from '../refusal.ts';
import { addRecord } from './records.ts';
import type { Writing } from './writing.ts';

/** Which scenario to copy, and what the copy is called. */
export type Copying = { readonly id: string; readonly title: string };

/**
 * Adds a draft with the same choices as a scenario, right after it. The moments to look back and what a
 * minority said stay with the original, which is not touched.
 */
export function copyScenario(
	writing: Writing,
	scenarios: readonly Scenario[],
	{ id, title }: Copying
): string | Refusal {
	const original = scenarios.find((scenario) => scenario.id === id);
	if (!original) return gone('', id);
	const draft = { title, choices: original.choices };
	return addRecord(writing, { kind: 'scenario', draft, at: { after: id } });
}
