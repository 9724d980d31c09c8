import type { Target } from '../../challenge.ts';
import type { WorkshopFile } from '../../workshop-file.ts';
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
					const challenged = file.challenges.some(({ target }) => isAbout(target, view, file));
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

/** A challenge to the workshop, to the scenario or to what is in it is a challenge to the scenario. */
function isAbout(
	{ kind, id }: Target,
	{ scenario, programme, effects }: ScenarioView,
	{ workshop }: WorkshopFile
): boolean {
	if (kind === 'workshop') return id === workshop.id;
	if (kind === 'scenario') return id === scenario.id;
	if (kind === 'measure') return programme.measures.some((measure) => measure.id === id);
	return kind === 'effect' && effects.some(({ effect }) => effect.id === id);
}
