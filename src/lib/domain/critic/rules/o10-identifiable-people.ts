import type { Target, TargetKind } from '../../challenge.ts';
import { at, failIf, reviewIf } from '../judgement.ts';
import type { Judgement } from '../judgement.ts';
import { holdsPersonalDetails } from '../reading/personal-details.ts';
import { defineRule } from '../rule.ts';

/** Asks whether somebody could be recognised, by small numbers or by what is written. */
export const rule = defineRule({
	id: 'O10',
	scope: 'indicator',
	severity: 3,
	kind: 'auto',
	judge: {
		indicator({ indicator, frame }) {
			const cell = indicator.smallestCell;
			const min = frame.policy.minCellSize;
			const target = at('indicator', indicator.id, 'smallestCell');
			return failIf(cell !== null && cell < min, target, { cell, min });
		},
		workshop: ({ file: { workshop } }) => texts('workshop', workshop, ['title', 'question']),
		cause: ({ cause }) => texts('cause', cause, ['text']),
		measure: ({ measure }) =>
			texts('measure', measure, [
				'title',
				'description',
				'legalBasis',
				'demandEvidence',
				'exitCondition'
			]),
		effect: ({ effect }) => texts('effect', effect, ['title', 'because']),
		anyScenario: ({ scenario: { id, dissent } }) =>
			dissent.map(({ text }, index) => textAt(at('scenario', id, `dissent.${index}.text`), text)),
		round({ round: { id, note, estimates } }) {
			const reasons = estimates.map(({ reason }, index) =>
				textAt(at('round', id, `estimates.${index}.reason`), reason)
			);
			return [textAt(at('round', id, 'note'), note), ...reasons];
		},
		challenge({ challenge: { id, target, text, answer } }) {
			const found = holdsPersonalDetails(text) || holdsPersonalDetails(answer);
			return reviewIf(found, target, { challenge: id });
		}
	},
	examples: {
		passing: {
			indicators: [{ smallestCell: 10 }],
			effects: [{ because: 'Neighbours in the Molenstraat know each other.' }]
		},
		nearMiss: {
			indicators: [{ smallestCell: null }],
			effects: [{ because: 'Since 2026 IN this area, along the Rijksweg 12 and the A12.' }]
		},
		failing: {
			given: { indicators: [{ smallestCell: 9 }] },
			outcome: 'fail',
			target: at('indicator', 'indicator', 'smallestCell')
		},
		reviewing: {
			given: { effects: [{ because: 'The family at Molenstraat 12 calls every week.' }] },
			outcome: 'review',
			target: at('effect', 'effect', 'because')
		}
	}
});

type Texts<Field extends string> = { readonly id: string } & { readonly [Name in Field]: string };

function texts<Field extends string>(
	kind: TargetKind,
	record: Texts<Field>,
	fields: readonly Field[]
): Judgement[] {
	return fields.map((field) => textAt(at(kind, record.id, field), record[field]));
}

function textAt(target: Target, text: string): Judgement {
	return reviewIf(holdsPersonalDetails(text), target);
}
