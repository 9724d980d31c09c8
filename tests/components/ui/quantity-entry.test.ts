import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readIn, type NumberUnit } from '#lib/components/ui/number-unit.ts';
import {
	confidenceOf,
	quantityTexts,
	readQuantity,
	type QuantityKind
} from '#lib/components/ui/quantity-entry.ts';
import {
	amountQuantitySchema,
	inputQuantitySchema,
	shareQuantitySchema,
	type Quantity
} from '#lib/domain/quantity.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';

const schemas = {
	share: shareQuantitySchema,
	amount: amountQuantitySchema,
	input: inputQuantitySchema
} as const;

/** Any number of the kind, as it is stored: without minus zero. */
function numberOf(kind: QuantityKind) {
	const min = kind === 'input' ? -1e9 : 0;
	const max = kind === 'share' ? 1 : 1e9;
	return fc.double({ min, max, noNaN: true }).map((value) => (value === 0 ? 0 : value));
}

function quantityOf(kind: QuantityKind): fc.Arbitrary<Quantity> {
	const number = numberOf(kind);
	const range = fc
		.tuple(number, number, number, fc.option(fc.integer({ min: 50, max: 100 })))
		.map(([a, b, c, percent]) => {
			const [low = 0, likely = 0, high = 0] = [a, b, c].sort((one, other) => one - other);
			const confidence = percent === null ? {} : { confidence: percent / 100 };
			return { low, likely, high, ...confidence };
		});
	const positive = fc.double({ min: 1e-6, max: 1e9, noNaN: true });
	const lognormal = fc
		.tuple(positive, positive)
		.map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }));
	const forms = [fc.constant(null), number, range];
	return fc.oneof(...(kind === 'share' ? forms : [...forms, lognormal]));
}

function typedAndRead(
	quantity: Quantity,
	kind: QuantityKind,
	language: LanguageCode
): ReturnType<typeof readQuantity> {
	const unit: NumberUnit = kind === 'share' ? 'share' : 'plain';
	const texts = quantityTexts(quantity, unit, language);
	const readings = {
		low: readIn(unit, texts.low, language),
		likely: readIn(unit, texts.likely, language),
		high: readIn(unit, texts.high, language)
	};
	return readQuantity(readings, confidenceOf(quantity), kind);
}

describe('a stored quantity in the boxes of a form', () => {
	it.each(['share', 'amount', 'input'] as const)('reads back as itself when it is a %s', (kind) => {
		fc.assert(
			fc.property(
				quantityOf(kind),
				fc.constantFrom('nl' as const, 'en' as const),
				(quantity, code) => {
					expect(typedAndRead(quantity, kind, code)).toEqual({ kind: 'quantity', quantity });
				}
			),
			{ seed: 20_270_312, numRuns: 1000 }
		);
	});
});

describe('whatever is typed in the boxes of a form', () => {
	it.each(['share', 'amount', 'input'] as const)(
		'gives a quantity that is a valid %s, or none',
		(kind) => {
			const text = fc.oneof(
				fc.constantFrom('', '0', '1', '-1', '0,5%', '12k', '1.234', 'veel', '100', '2,5 ton'),
				fc.string({ maxLength: 6 })
			);
			fc.assert(
				fc.property(text, text, text, (low, likely, high) => {
					const unit: NumberUnit = kind === 'share' ? 'share' : 'plain';
					const read = (typed: string) => readIn(unit, typed, 'nl');
					const readings = { low: read(low), likely: read(likely), high: read(high) };
					const reading = readQuantity(readings, undefined, kind);
					const isValid = reading.kind !== 'quantity' || v.is(schemas[kind], reading.quantity);
					expect(isValid).toBe(true);
				}),
				{ seed: 20_270_312, numRuns: 3000 }
			);
		}
	);
});
