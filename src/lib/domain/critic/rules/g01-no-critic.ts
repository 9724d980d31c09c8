import { at, failIf } from '../judgement.ts';
import { defineRule } from '../rule.ts';

/** Asks for somebody whose task it is to disagree, and for one question of that kind. */
export const rule = defineRule({
	id: 'G01',
	scope: 'workshop',
	severity: 3,
	kind: 'auto',
	judge: {
		workshop({ file: { workshop, challenges } }) {
			const noCritic = workshop.people.critic < 1;
			const target = at('workshop', workshop.id, noCritic ? 'people.critic' : 'challenges');
			return failIf(noCritic || challenges.length === 0, target);
		}
	},
	examples: {
		passing: { challenges: [{ target: at('workshop', 'workshop') }] },
		nearMiss: {
			workshop: { people: { critic: 1, participant: 0 } },
			challenges: [{ target: at('workshop', 'workshop'), status: 'stands' }]
		},
		failing: {
			given: {
				workshop: { people: { critic: 0, participant: 9 } },
				challenges: [{ target: at('workshop', 'workshop') }]
			},
			outcome: 'fail',
			target: at('workshop', 'workshop', 'people.critic')
		}
	}
});
