import { isInOrder, isLognormal, isRange, type Quantity } from '#lib/domain/quantity-form.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import type { NumberReading } from '#lib/i18n/read-number.ts';
import { typedIn, type NumberUnit } from './number-unit.ts';

/** Where a quantity may lie: a share from 0 to 1, an amount of 0 or more, an input anywhere. */
export type QuantityKind = 'share' | 'amount' | 'input';

/** The three boxes of a quantity field. */
export const quantityParts = ['low', 'likely', 'high'] as const;

export type QuantityPart = (typeof quantityParts)[number];

export type QuantityTexts = Readonly<Record<QuantityPart, string>>;

/** Why three readable boxes are no quantity; each has a sentence in the locale files. */
export type QuantityProblem =
	| 'order'
	| 'low-missing'
	| 'likely-missing'
	| 'high-missing'
	| 'likely-or-above-zero'
	| 'below-zero'
	| 'above-one';

/** Tells whether filling in a box that is still empty may solve the problem. */
export function isUnfinished(problem: QuantityProblem): boolean {
	return problem.endsWith('-missing') || problem === 'likely-or-above-zero';
}

/** What the boxes say together; `unread` while one of them is not a number. */
export type QuantityReading =
	| { readonly kind: 'quantity'; readonly quantity: Quantity }
	| { readonly kind: 'unread' }
	| { readonly kind: 'problem'; readonly problem: QuantityProblem };

/** Writes a stored quantity in the three boxes. */
export function quantityTexts(
	quantity: Quantity,
	unit: NumberUnit,
	language: LanguageCode
): QuantityTexts {
	const typed = (value: number | null) => typedIn(unit, value, language);
	if (isRange(quantity)) {
		const { low, likely, high } = quantity;
		return { low: typed(low), likely: typed(likely), high: typed(high) };
	}
	if (isLognormal(quantity))
		return { low: typed(quantity.low), likely: '', high: typed(quantity.high) };
	return { low: '', likely: typed(quantity), high: '' };
}

/** Gives the certainty that goes with a stored quantity, where somebody stated one. */
export function confidenceOf(quantity: Quantity): number | undefined {
	return isRange(quantity) ? quantity.confidence : undefined;
}

/** Makes one quantity of the three boxes, or says why they are none. */
export function readQuantity(
	readings: Readonly<Record<QuantityPart, NumberReading>>,
	confidence: number | undefined,
	kind: QuantityKind
): QuantityReading {
	const numbers: Partial<Record<QuantityPart, number>> = {};
	for (const part of quantityParts) {
		const reading = readings[part];
		if (reading.kind === 'number') numbers[part] = reading.value;
		else if (reading.kind !== 'empty') return { kind: 'unread' };
	}
	const outside = outsideDomain(Object.values(numbers), kind);
	if (outside) return { kind: 'problem', problem: outside };
	return combine(numbers, confidence, kind);
}

function outsideDomain(
	numbers: readonly number[],
	kind: QuantityKind
): QuantityProblem | undefined {
	if (kind !== 'input' && numbers.some((number) => number < 0)) return 'below-zero';
	return kind === 'share' && numbers.some((number) => number > 1) ? 'above-one' : undefined;
}

function combine(
	{ low, likely, high }: Partial<Record<QuantityPart, number>>,
	confidence: number | undefined,
	kind: QuantityKind
): QuantityReading {
	if (low === undefined && high === undefined) {
		return { kind: 'quantity', quantity: likely ?? null };
	}
	if (low === undefined) return { kind: 'problem', problem: 'low-missing' };
	if (high === undefined) return { kind: 'problem', problem: 'high-missing' };
	if (likely === undefined) return withoutBestGuess(low, high, kind);
	const range = { low, likely, high };
	if (!isInOrder(range)) return { kind: 'problem', problem: 'order' };
	const quantity = confidence === undefined ? range : { ...range, confidence };
	return { kind: 'quantity', quantity };
}

function withoutBestGuess(low: number, high: number, kind: QuantityKind): QuantityReading {
	if (low > high) return { kind: 'problem', problem: 'order' };
	if (kind === 'share') return { kind: 'problem', problem: 'likely-missing' };
	if (low <= 0) return { kind: 'problem', problem: 'likely-or-above-zero' };
	return { kind: 'quantity', quantity: { low, high } };
}
