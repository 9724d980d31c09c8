import type { NumberAsked } from '#lib/document/session/view.ts';
import type { Translate } from '#lib/i18n/translate.ts';
import type { NumberUnit } from '../ui/number-unit.ts';
import type { QuantityKind } from '../ui/quantity-entry.ts';

/** What a round asks, in words, and how the answer is typed. */
export type NumberQuestion = {
	readonly title: string;
	/** How the effect comes about, as the group wrote it; may be empty. */
	readonly because: string;
	/** What one unit is; empty for a share. */
	readonly unitLabel: string;
	readonly unit: Exclude<NumberUnit, 'year'>;
	readonly kind: QuantityKind;
};

/** The shares of an effect that have a question of their own; any other share is what a party receives. */
const shares = [
	'probability',
	'deadweight',
	'attributionToOthers',
	'displacement',
	'dropOff'
] as const;

/** Asks for one number of an effect. */
export function numberQuestion(asked: NumberAsked, t: Translate): NumberQuestion {
	const { title, because, kind, unit, name } = asked;
	if (kind === 'share') {
		const share = shares.find((one) => one === name);
		const question = share
			? t(`estimate.question.${share}`, { title })
			: t('estimate.question.recipient', { title, name });
		return { title: question, because, unitLabel: '', unit: 'share', kind };
	}
	if (kind === 'price') {
		const unitLabel = t('estimate.unit.euros', { unit: unit || t('estimate.unit.one') });
		const question = t('estimate.question.price', { title });
		return { title: question, because, unitLabel, unit: 'euros', kind: 'amount' };
	}
	const question =
		kind === 'input'
			? t('estimate.question.input', { title, name })
			: t('estimate.question.amount', { title });
	return { title: question, because, unitLabel: unit, unit: 'plain', kind };
}

/** Asks for the number of a practice round. */
export function practiceQuestion(practice: { question: string; unit: string }): NumberQuestion {
	const { question, unit } = practice;
	return { title: question, because: '', unitLabel: unit, unit: 'plain', kind: 'input' };
}
