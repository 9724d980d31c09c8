import fc from 'fast-check';
import { causeSources } from '#lib/domain/cause.ts';
import { contributionKinds, contributionTimings } from '#lib/domain/contribution.ts';
import type { Contribution } from '#lib/domain/contribution.ts';
import { betterDirections, indicatorSources } from '#lib/domain/indicator.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { measureDomains, measureFlags, measureScales, measureTypes } from '#lib/domain/measure.ts';
import type { Measure } from '#lib/domain/measure.ts';
import { partyKinds, sectors } from '#lib/domain/party.ts';
import { areaLevels, dimensions, influences, languages } from '#lib/domain/vocabulary.ts';
import { discountTimings } from '#lib/domain/workshop.ts';
import type { Settings } from '#lib/domain/workshop.ts';
import {
	amountQuantity,
	count,
	filledText,
	id,
	month,
	numberBetween,
	oneOfOrNull,
	orNull,
	period,
	share,
	some,
	text,
	year
} from './values.ts';

const area = fc.record({
	name: text,
	code: orNull(text),
	level: fc.constantFrom(...areaLevels),
	dwellings: orNull(count),
	associationShare: orNull(share),
	mildIntellectualDisabilityShare: orNull(share),
	lowIncomeShare: orNull(share)
});

const settingsWithoutArea: fc.Arbitrary<Settings> = fc.record({
	id,
	title: filledText,
	question: text,
	language: fc.constantFrom(...languages),
	startYear: year,
	priceYear: year,
	horizonYears: fc.integer({ min: 1, max: 50 }),
	discountRate: share,
	discountTiming: fc.constantFrom(...discountTimings),
	haircuts: fc.tuple(share, share, share, share, share, share),
	people: fc.record({ facilitator: count, participant: count, critic: count }),
	policy: fc.record({
		liveabilityNormPerDwelling: numberBetween(0, 1000),
		minGroupSize: fc.integer({ min: 1, max: 50 }),
		minCellSize: fc.integer({ min: 1, max: 50 }),
		electionYears: fc.array(year, { maxLength: 3 }),
		thresholds: fc.dictionary(
			fc.stringMatching(/^[A-Z][0-9]{2}\.[a-zA-Z]{1,8}$/),
			fc.oneof(share, fc.array(text, { maxLength: 3 })),
			{ maxKeys: 3, noNullPrototype: true }
		)
	})
});

export const settings: fc.Arbitrary<Settings> = fc.oneof(
	settingsWithoutArea,
	fc.tuple(settingsWithoutArea, area).map(([rest, given]) => ({ ...rest, area: given }))
);

export function party(partyId: string) {
	return fc.record({
		id: fc.constant(partyId),
		name: filledText,
		kind: fc.constantFrom(...partyKinds),
		sector: fc.constantFrom(...sectors),
		atTable: fc.boolean()
	});
}

export function indicator(indicatorId: string): fc.Arbitrary<Indicator> {
	const observation = fc.record({
		period,
		value: orNull(numberBetween(-1e6, 1e6)),
		source: orNull(text)
	});
	return fc.record({
		id: fc.constant(indicatorId),
		name: filledText,
		dimension: fc.constantFrom(...dimensions),
		unit: text,
		better: fc.constantFrom(...betterDirections),
		source: fc.constantFrom(...indicatorSources),
		influence: fc.constantFrom(...influences),
		norm: orNull(numberBetween(-100, 100)),
		reportingSensitive: fc.boolean(),
		comparisonArea: orNull(text),
		nextRelease: orNull(month),
		libraryId: orNull(text),
		smallestCell: orNull(count),
		observations: fc.uniqueArray(observation, {
			selector: (value) => value.period,
			maxLength: 4
		})
	});
}

export function cause(causeId: string, parties: string[]) {
	return fc.record({
		id: fc.constant(causeId),
		text: filledText,
		dimension: fc.constantFrom(...dimensions),
		source: fc.constantFrom(...causeSources),
		areaLevel: fc.constantFrom(...areaLevels),
		partyId: oneOfOrNull(parties),
		endorsedBy: some(parties)
	});
}

function contributions(parties: string[]): fc.Arbitrary<Contribution[]> {
	if (parties.length === 0) return fc.constant([]);
	const contribution = fc.record({
		id,
		partyId: fc.constantFrom(...parties),
		kind: fc.constantFrom(...contributionKinds),
		amount: amountQuantity,
		hours: amountQuantity,
		timing: fc.constantFrom(...contributionTimings),
		confirmed: fc.boolean(),
		deadline: orNull(month)
	});
	return fc.uniqueArray(contribution, { selector: (value) => value.id, maxLength: 3 });
}

/** A measure that may wait for the given earlier measures. */
export function measure(
	measureId: string,
	parties: string[],
	earlier: string[]
): fc.Arbitrary<Measure> {
	return fc.record({
		id: fc.constant(measureId),
		title: filledText,
		description: text,
		type: fc.constantFrom(...measureTypes),
		domain: fc.constantFrom(...measureDomains),
		leadPartyId: oneOfOrNull(parties),
		ownerName: text,
		scale: fc.constantFrom(...measureScales),
		startMonth: count,
		durationMonths: orNull(fc.integer({ min: 1, max: 600 })),
		minLeadMonths: orNull(count),
		reach: orNull(numberBetween(0, 1e4)),
		libraryId: orNull(text),
		dependsOn: some(earlier),
		influence: fc.constantFrom(...influences),
		flags: some(measureFlags),
		keyStaffMonths: orNull(count),
		fundingUntilYear: orNull(year),
		legalBasis: text,
		demandEvidence: text,
		exitCondition: text,
		targetProfile: fc.array(text, { maxLength: 3 }),
		contributions: contributions(parties)
	});
}
