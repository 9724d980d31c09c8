import type { Measure } from '../../measure.ts';
import type { Dimension } from '../../vocabulary.ts';
import { at, mostPairs, reviewIf } from '../judgement.ts';
import type { Judgement } from '../judgement.ts';
import { isBenefit } from '../reading/effects.ts';
import { endMonth } from '../reading/months.ts';
import { defineRule } from '../rule.ts';
import type { ProgrammeView } from '../views/views.ts';

/** Asks why one party starts on a theme long after another has finished there. */
export const rule = defineRule({
	id: 'G06',
	scope: 'scenario',
	severity: 1,
	kind: 'assist',
	thresholds: { gapMonths: 12 },
	judge: {
		programme(view, { gapMonths }) {
			const themes = themesOf(view);
			const waits: Judgement[] = [];
			for (const { first, next, gap } of gapsOf(view, gapMonths)) {
				const same = [...(themes.get(first.id) ?? [])].some((theme) =>
					themes.get(next.id)?.has(theme)
				);
				const target = at('measure', next.id, 'startMonth');
				if (same) waits.push(reviewIf(true, target, { after: first.id, gap }));
				if (waits.length === mostPairs) break;
			}
			return waits;
		}
	},
	examples: {
		passing: {
			parties: [{}, {}],
			measures: [
				{ leadPartyId: 'party', durationMonths: 12 },
				{ leadPartyId: 'party-2', startMonth: 24, dependsOn: ['measure'] }
			],
			effects: [{}, { measureIds: ['measure-2'] }],
			scenarios: [{}]
		},
		nearMiss: {
			parties: [{}, {}],
			measures: [
				{ leadPartyId: 'party', durationMonths: 12 },
				{ leadPartyId: 'party-2', startMonth: 23 }
			],
			effects: [{}, { measureIds: ['measure-2'] }],
			scenarios: [{}]
		},
		failing: {
			given: {
				parties: [{}, {}],
				measures: [
					{ leadPartyId: 'party', durationMonths: 12 },
					{ leadPartyId: 'party-2', startMonth: 24 }
				],
				effects: [{}, { measureIds: ['measure-2'] }],
				scenarios: [{}]
			},
			outcome: 'review',
			target: at('measure', 'measure-2', 'startMonth'),
			scenario: 'scenario'
		}
	}
});

type Gap = { readonly first: Measure; readonly next: Measure; readonly gap: number };

/** Finds measures of two parties of which one starts long after the other has ended. */
function* gapsOf({ measures, frame }: ProgrammeView, gapMonths: number): Generator<Gap> {
	const led = measures.filter(({ leadPartyId }) => leadPartyId !== null);
	for (const first of led) {
		const end = endMonth(first, frame.horizonMonths);
		for (const next of led) {
			const gap = next.startMonth - end;
			if (gap < gapMonths || first.leadPartyId === next.leadPartyId) continue;
			if (first.dependsOn.includes(next.id) || next.dependsOn.includes(first.id)) continue;
			yield { first, next, gap };
		}
	}
}

/** The dimensions on which each measure has a benefit. */
function themesOf({ touched }: ProgrammeView): Map<string, Set<Dimension>> {
	const themes = new Map<string, Set<Dimension>>();
	for (const effect of touched) {
		if (!isBenefit(effect)) continue;
		for (const id of effect.measureIds)
			themes.set(id, (themes.get(id) ?? new Set()).add(effect.dimension));
	}
	return themes;
}
