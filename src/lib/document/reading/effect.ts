import * as v from 'valibot';
import { inputSchema, type Input, type Recipient } from '#lib/domain/effect.ts';
import { checkFormula, formulaNames } from '#lib/domain/formula.ts';
import { reason, sentence } from '#lib/domain/reason.ts';
import type { ShareQuantity } from '#lib/domain/quantity.ts';
import type { Fields } from '../schema.ts';
import type { Report } from './read-field.ts';

/** Room for the last bit of a sum such as 0.1 + 0.2 + 0.7. */
const roundingRoom = 1e-9;

/** Repairs what the fields of an effect cannot be together: two people may have changed one each. */
export function repairEffect(effect: Fields, report: Report): Fields {
	const formula = repairFormula(String(effect['formula']), report);
	const inputs = effect['inputs'] as readonly Input[];
	return {
		...effect,
		formula: formula.text,
		inputs: withMissingInputs(inputs, formula.names, report),
		amount: formula.text === '' ? effect['amount'] : computedAmount(effect['amount'], report),
		recipients: withinWhole(effect['recipients'] as readonly Recipient[], report)
	};
}

type Formula = { readonly text: string; readonly names: readonly string[] };

function repairFormula(text: string, report: Report): Formula {
	if (text === '') return { text, names: [] };
	const checked = checkFormula(text);
	const names = checked.ok ? formulaNames(checked.tree) : [];
	const tooLong = names.find((name) => !v.is(inputSchema.entries.name, name));
	if (checked.ok && tooLong === undefined) return { text, names };
	const why = checked.ok ? reason('formula-name', { name: tooLong ?? '' }) : checked.reason;
	report('formula', 'bad-formula', `${sentence(why)} It reads as no formula.`);
	return { text: '', names: [] };
}

/** A formula that uses a name without an input gets that input, not estimated: so it shows what to fill in. */
function withMissingInputs(
	inputs: readonly Input[],
	names: readonly string[],
	report: Report
): readonly Input[] {
	const missing = names.filter((name) => !inputs.some((input) => input.name === name));
	for (const name of missing) {
		report('formula', 'no-input', `The formula uses "${name}", which nobody estimated yet.`);
	}
	if (missing.length === 0) return inputs;
	return [...inputs, ...missing.map((name) => ({ name, quantity: null, unit: '' }))];
}

function computedAmount(amount: unknown, report: Report): null {
	if (amount !== null) {
		report('amount', 'computed', 'There is an amount beside the formula. The formula counts.');
	}
	return null;
}

/** Shares that go past the whole effect, in the order of the list, are read as: reached, nobody knows how much. */
function withinWhole(recipients: readonly Recipient[], report: Report): readonly Recipient[] {
	let total = 0;
	const kept = recipients.map((recipient) => {
		const share = highestShare(recipient.share);
		if (total + share <= 1 + roundingRoom) {
			total += share;
			return recipient;
		}
		const message = 'The shares add up to more than the whole effect. This one reads as unknown.';
		report(`recipients.${recipient.partyId}.share`, 'shares', message);
		return { ...recipient, share: null };
	});
	return kept.some((recipient, index) => recipient !== recipients[index]) ? kept : recipients;
}

function highestShare(share: ShareQuantity): number {
	if (share === null) return 0;
	return typeof share === 'number' ? share : share.high;
}
