import fc from 'fast-check';
import {
	effectClaims,
	effectDirections,
	effectStrengths,
	evidenceScopes
} from '#lib/domain/effect.ts';
import type { Effect, Input, Recipient } from '#lib/domain/effect.ts';
import { dimensions } from '#lib/domain/vocabulary.ts';
import {
	amountQuantity,
	count,
	filledText,
	inputName,
	inputQuantity,
	numberBetween,
	oneOfOrNull,
	orNull,
	shareQuantity,
	some,
	text
} from './values.ts';

/** Ids of the records that may be referred to. */
export type Known = { parties: string[]; indicators: string[]; measures: string[] };

function recipients(parties: string[]): fc.Arbitrary<Recipient[]> {
	return some(parties).chain((partyIds) =>
		fc.tuple(
			...partyIds.map((partyId) =>
				fc.record({
					partyId: fc.constant(partyId),
					share: shareQuantity(1 / partyIds.length),
					certain: fc.boolean()
				})
			)
		)
	);
}

const inputs: fc.Arbitrary<Input[]> = fc.uniqueArray(
	fc.record({ name: inputName, quantity: inputQuantity, unit: text }),
	{ selector: (input) => input.name, maxLength: 3 }
);

/** Either an amount, or a formula over some of the inputs. */
const amountOrFormula = inputs.chain((given) =>
	fc.oneof(
		fc.record({ inputs: fc.constant(given), formula: fc.constant(''), amount: amountQuantity }),
		fc.record({
			inputs: fc.constant(given),
			formula: fc
				.tuple(some(given), fc.constantFrom(' * ', ' + ', ' - '))
				.map(([used, sign]) => ['max(2, 1.5e3)', ...used.map(({ name }) => name)].join(sign)),
			amount: fc.constant(null)
		})
	)
);

/** An effect that may lead to one of the given earlier effects. */
export function effect(
	effectId: string,
	{ parties, indicators, measures }: Known,
	earlier: string[]
): fc.Arbitrary<Effect> {
	const fields = fc.record({
		id: fc.constant(effectId),
		title: filledText,
		measureIds: fc.subarray(measures, { minLength: 1 }),
		because: text,
		direction: fc.constantFrom(...effectDirections),
		dimension: fc.constantFrom(...dimensions),
		indicatorId: oneOfOrNull(indicators),
		claim: fc.constantFrom(...effectClaims),
		leadsToEffectId: oneOfOrNull(earlier),
		strength: oneOfOrNull(effectStrengths),
		unit: text,
		unitValue: amountQuantity,
		unitValueSource: text,
		probability: shareQuantity(),
		deadweight: shareQuantity(),
		attributionToOthers: shareQuantity(),
		displacement: shareQuantity(),
		dropOff: shareQuantity(),
		startMonth: count,
		durationMonths: orNull(fc.integer({ min: 1, max: 600 })),
		recipients: recipients(parties),
		otherArea: fc.boolean(),
		maxPerPerson: orNull(numberBetween(0, 1e5)),
		evidence: fc.record({
			level: orNull(fc.integer({ min: 0, max: 5 })),
			scope: oneOfOrNull(evidenceScopes),
			localCheck: fc.boolean(),
			references: fc.array(fc.record({ text: filledText, url: orNull(fc.webUrl()) }), {
				maxLength: 2
			})
		}),
		initiatorPartyId: oneOfOrNull(parties)
	});
	return fc.tuple(fields, amountOrFormula).map(([given, amount]) => ({ ...given, ...amount }));
}
