import { at, mostPairs } from '../judgement.ts';
import type { Judgement, Outcome } from '../judgement.ts';
import { shareMeasure } from '../reading/effects.ts';
import { once } from '../reading/once.ts';
import { norm } from '../reading/text.ts';
import { defineRule } from '../rule.ts';
import { Lists } from '../views/lists.ts';
import type { EffectOutline } from '../views/effect-outline.ts';
import type { OutlineView } from '../views/views.ts';

/** Asks whether two effects in euros are the same euro, received twice by the same party. */
export const rule = defineRule({
	id: 'D07',
	scope: 'workshop',
	severity: 2,
	kind: 'auto',
	judge: {
		outlines({ effects, scenarios }) {
			const counted = scenarios.map(countedIn);
			const together = (one: EffectOutline, other: EffectOutline) =>
				counted.some((ids) => ids.has(one.id) && ids.has(other.id));
			const priced = effects.filter(({ isInEuros }) => isInEuros);
			const twice: Judgement[] = [];
			for (const [earlier, later] of pairsOf(priced)) {
				const overlap = overlapOf(earlier, later);
				if (!overlap || !together(earlier, later)) continue;
				const { outcome, field, because } = overlap;
				const values = { with: earlier.id, because };
				twice.push({ outcome, target: at('effect', later.id, field), values });
				if (twice.length === mostPairs) break;
			}
			return twice;
		}
	},
	examples: {
		passing: {
			parties: [{}],
			measures: [{}],
			effects: [
				{ amount: 1, unitValue: 1, recipients: [{ partyId: 'party', share: 1 }] },
				{ amount: 1, recipients: [{ partyId: 'party', share: 1 }], leadsToEffectId: 'effect' }
			],
			scenarios: [{}]
		},
		nearMiss: {
			parties: [{}],
			measures: [{}, {}],
			indicators: [{}],
			effects: [
				{
					amount: 1,
					unitValue: 1,
					indicatorId: 'indicator',
					recipients: [{ partyId: 'party', share: 1 }]
				},
				{
					measureIds: ['measure-2'],
					amount: 1,
					unitValue: 1,
					indicatorId: 'indicator',
					recipients: [{ partyId: 'party', share: 1 }]
				}
			],
			scenarios: [{}]
		},
		failing: {
			given: {
				parties: [{}],
				measures: [{}, {}],
				effects: [
					{
						amount: 1,
						unitValue: 1,
						leadsToEffectId: 'effect-2',
						recipients: [{ partyId: 'party', share: 1 }]
					},
					{
						measureIds: ['measure-2'],
						amount: 1,
						unitValue: 1,
						recipients: [{ partyId: 'party', share: null }]
					}
				],
				scenarios: [{}]
			},
			outcome: 'fail',
			target: at('effect', 'effect-2', 'unitValue')
		},
		reviewing: {
			given: {
				parties: [{}],
				effects: [
					{
						amount: 1,
						unitValue: 1,
						unitValueSource: 'Own books',
						recipients: [{ partyId: 'party', share: 1 }]
					},
					{
						amount: 1,
						unitValue: 1,
						unitValueSource: 'own books ',
						recipients: [{ partyId: 'party', share: 1 }]
					}
				],
				scenarios: [{}]
			},
			outcome: 'review',
			target: at('effect', 'effect-2', 'unitValueSource')
		}
	}
});

type Overlap = {
	readonly outcome: Outcome;
	readonly field: string;
	readonly because: 'chain' | 'indicator' | 'source';
};

function countedIn({ effects }: OutlineView): Set<string> {
	return new Set(effects.map(({ id }) => id));
}

type Pair = readonly [earlier: EffectOutline, later: EffectOutline];

/** Pairs up the effects that can overlap: those with a name in common. */
function* pairsOf(effects: readonly EffectOutline[]): Generator<Pair> {
	const before = new Lists<EffectOutline>();
	for (const later of effects) {
		const names = namesOf(later);
		const earlier = new Set(names.flatMap((name) => before.of(name)));
		for (const one of earlier) yield [one, later];
		for (const name of names) before.add(name, later);
	}
}

/** Names what an effect can overlap by: a step in a chain, or a figure or price of a measure. */
const namesOf = once(
	({ id, leadsToEffectId, measureIds, indicatorId, unitValueSource }: EffectOutline) => {
		const source = norm(unitValueSource);
		const steps = leadsToEffectId === null ? [] : [`step ${leadsToEffectId}`];
		return [
			...[`step ${id}`, ...steps],
			...(indicatorId === null ? [] : measureIds.map((measure) => `${measure} ${indicatorId}`)),
			...(source === '' ? [] : measureIds.map((measure) => `${measure} price ${source}`))
		];
	}
);

/** Tells why two effects may be the same, if they are received by the same party. */
function overlapOf(one: EffectOutline, other: EffectOutline): Overlap | undefined {
	if (one.direction !== other.direction) return undefined;
	const overlap = linkBetween(one, other);
	return overlap && haveCommonRecipient(one, other) ? overlap : undefined;
}

function linkBetween(one: EffectOutline, other: EffectOutline): Overlap | undefined {
	if (one.leadsToEffectId === other.id || other.leadsToEffectId === one.id) {
		return { outcome: 'fail', field: 'unitValue', because: 'chain' };
	}
	if (!shareMeasure(one, other)) return undefined;
	if (one.indicatorId !== null && one.indicatorId === other.indicatorId) {
		return { outcome: 'review', field: 'indicatorId', because: 'indicator' };
	}
	const source = norm(one.unitValueSource);
	if (source === '' || source !== norm(other.unitValueSource)) return undefined;
	return { outcome: 'review', field: 'unitValueSource', because: 'source' };
}

function haveCommonRecipient(one: EffectOutline, other: EffectOutline): boolean {
	return one.recipients.some(
		({ partyId, share }) =>
			share !== 0 && other.recipients.some((also) => also.partyId === partyId && also.share !== 0)
	);
}
