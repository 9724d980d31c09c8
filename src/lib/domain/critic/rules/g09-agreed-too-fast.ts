import type { Target } from '../../challenge.ts';
import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';
import type { ScenarioView } from '../views/views.ts';

/** Asks what could be said against a scenario that was adopted without one challenge. */
export const rule = defineRule({
	id: 'G09',
	scope: 'scenario',
	severity: 1,
	kind: 'auto',
	judge: {
		workshop({ file, scenarios }) {
			return scenarios
				.filter(({ scenario }) => scenario.status === 'adopted')
				.map((view) => {
					const { id } = view.scenario;
					const open = challengeable(view).add(nameOf(at('workshop', file.workshop.id)));
					const challenged = file.challenges.some(({ target }) => open.has(nameOf(target)));
					return { ...failIf(!challenged, at('scenario', id, 'status')), scenario: id };
				});
		}
	},
	examples: {
		passing: {
			measures: [{}],
			scenarios: [{ status: 'adopted' }],
			challenges: [{ target: at('measure', 'measure', 'title') }]
		},
		nearMiss: { measures: [{}], scenarios: [{ status: 'draft' }] },
		failing: {
			given: {
				measures: [{}],
				parties: [{ id: 'measure' }],
				scenarios: [{ status: 'adopted' }],
				challenges: [{ target: at('party', 'measure') }]
			},
			outcome: 'fail',
			target: at('scenario', 'scenario', 'status'),
			scenario: 'scenario'
		}
	}
});

/** Records of which a challenge is a challenge to the scenario too, by kind and id. */
function challengeable({ scenario, measures, effects }: ScenarioView): Set<string> {
	return new Set([
		nameOf(at('scenario', scenario.id)),
		...measures.map(({ id }) => nameOf(at('measure', id))),
		...effects.map(({ effect }) => nameOf(at('effect', effect.id)))
	]);
}

function nameOf({ kind, id }: Target): string {
	return `${kind} ${id}`;
}
