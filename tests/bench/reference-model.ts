import { newContribution } from '#lib/domain/contribution.ts';
import { newEffect, type Effect } from '#lib/domain/effect.ts';
import { newMeasure, type Measure } from '#lib/domain/measure.ts';
import { newParty, type Party } from '#lib/domain/party.ts';
import type { Quantity, ShareQuantity } from '#lib/domain/quantity.ts';
import { newScenario, type Scenario } from '#lib/domain/scenario.ts';
import { newSettings } from '#lib/domain/workshop.ts';
import { workshopFormat, workshopVersion, type WorkshopFile } from '#lib/domain/workshop-file.ts';

/** How large a generated workshop is; the reference model of QUALITY.md unless given. */
export type ModelSize = {
	measures: number;
	effects: number;
	scenarios: number;
	parties: number;
	seed: number;
};

const referenceSize: ModelSize = { measures: 40, effects: 120, scenarios: 3, parties: 12, seed: 1 };

/**
 * Makes a workshop of a given size in which everything that costs time occurs: ranges with and without
 * confidence, lognormals, formulas, drop-off, uncertain shares, harms and yearly contributions. The
 * reference model has 40 measures, 120 effects, 600 uncertain quantities and 3 scenarios.
 * The same size and seed give the same workshop.
 */
export function referenceModel(size: Partial<ModelSize> = {}): WorkshopFile {
	const wanted = { ...referenceSize, ...size };
	const draw = randomNumbers(wanted.seed);
	const parties = listOf(wanted.parties, (place) => party(place));
	const measures = listOf(wanted.measures, (place) => measure(place, draw, wanted));
	return {
		format: workshopFormat,
		version: workshopVersion,
		workshop: newSettings('reference', {
			title: 'Reference model',
			startYear: 2027,
			horizonYears: 15
		}),
		parties,
		indicators: [],
		causes: [],
		measures,
		effects: listOf(wanted.effects, (place) => effect(place, draw, wanted)),
		scenarios: listOf(wanted.scenarios, (place) => scenario(place, measures, draw)),
		rounds: [],
		challenges: []
	};
}

/** Counts the quantities of a workshop that are not null and not one value. */
export function countUncertain(file: WorkshopFile): number {
	let count = 0;
	JSON.stringify(file, (_, value: unknown) => {
		if (typeof value === 'object' && value !== null && 'low' in value) count += 1;
		return value;
	});
	return count;
}

type Draw = () => number;

/** The minimal standard generator of Park and Miller (1988): repeatable, good enough for examples. */
function randomNumbers(seed: number): Draw {
	let state = (seed * 48271) % 2147483647;
	return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

function listOf<Item>(length: number, make: (place: number) => Item): Item[] {
	return Array.from({ length }, (_, place) => make(place));
}

function party(place: number): Party {
	return newParty(`party-${place}`, {
		name: `Party ${place}`,
		kind: place % 3 === 2 ? 'people' : 'budget'
	});
}

function range(middle: number, draw: Draw): Quantity {
	const low = middle * (0.5 + 0.4 * draw());
	const high = middle * (1.1 + 0.9 * draw());
	return draw() < 0.3
		? { low, likely: middle, high, confidence: 0.8 }
		: { low, likely: middle, high };
}

function shareRange(middle: number, draw: Draw): ShareQuantity {
	const low = middle * draw();
	return { low, likely: middle, high: middle + (1 - middle) * 0.6 * draw() };
}

function priceRange(middle: number, draw: Draw): Quantity {
	return draw() < 0.3 ? { low: middle * 0.6, high: middle * 1.8 } : range(middle, draw);
}

function measure(place: number, draw: Draw, { parties }: ModelSize): Measure {
	return newMeasure(`measure-${place}`, {
		title: `Measure ${place}`,
		startMonth: Math.floor(24 * draw()),
		durationMonths: draw() < 0.4 ? null : 12 + Math.floor(72 * draw()),
		contributions: listOf(2, (index) =>
			newContribution(`c${index}`, {
				partyId: `party-${Math.floor(parties * draw())}`,
				timing: draw() < 0.6 ? 'yearly' : 'once',
				amount: range(20_000 + 80_000 * draw(), draw)
			})
		)
	});
}

function effect(place: number, draw: Draw, { measures, parties }: ModelSize): Effect {
	const first = Math.floor(parties * draw());
	const uncertainShare = place % 6 === 0;
	return newEffect(`effect-${place}`, {
		title: `Effect ${place}`,
		measureIds: [`measure-${place % measures}`],
		direction: place % 8 === 7 ? 'harm' : 'benefit',
		...amount(place, draw),
		unitValue: priceRange(200 + 3_000 * draw(), draw),
		deadweight: shareRange(0.1 + 0.3 * draw(), draw),
		attributionToOthers: place % 3 === 0 ? shareRange(0.2, draw) : 0.1,
		displacement: displacement(place, draw),
		dropOff: place % 4 === 0 ? { low: 0.02, likely: 0.05, high: 0.15 } : 0,
		probability: place % 5 === 0 ? shareRange(0.7, draw) : 0.9,
		startMonth: Math.floor(36 * draw()),
		durationMonths: draw() < 0.5 ? null : 24 + Math.floor(96 * draw()),
		recipients: [
			{
				partyId: `party-${first}`,
				share: uncertainShare ? { low: 0.3, likely: 0.5, high: 0.6 } : 0.6,
				certain: false
			},
			{ partyId: `party-${(first + 1) % parties}`, share: 0.3, certain: false }
		],
		evidence: { level: place % 6, scope: null, localCheck: false, references: [] }
	});
}

function displacement(place: number, draw: Draw): ShareQuantity {
	if (place % 4 === 2 || place % 30 === 1) return shareRange(0.1, draw);
	return place % 4 === 0 ? 0.05 : null;
}

function amount(place: number, draw: Draw): Partial<Effect> {
	if (place % 10 !== 0) return { amount: range(5 + 60 * draw(), draw), unit: 'cases' };
	return {
		formula: 'homes * share * (1 - refused)',
		inputs: [
			{ name: 'homes', quantity: 40 + Math.floor(200 * draw()), unit: 'homes' },
			{ name: 'share', quantity: shareRange(0.6, draw), unit: '' },
			{ name: 'refused', quantity: shareRange(0.1, draw), unit: '' }
		]
	};
}

function scenario(place: number, measures: readonly Measure[], draw: Draw): Scenario {
	return newScenario(`scenario-${place}`, {
		title: `Scenario ${place}`,
		choices: measures.map(({ id }) => ({
			measureId: id,
			scale: draw() < 0.2 ? 0.5 : 1,
			decision: draw() < 0.75 ? 'do' : 'no'
		}))
	});
}
