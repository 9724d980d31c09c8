import { newScenario, type Choice, type Scenario } from '#lib/domain/scenario.ts';
import type { BoardContent } from './content.ts';
import { nameOf } from './key.ts';
import type { Refusal } from './refusal.ts';
import { rootOf } from './roots.ts';
import type { Adoption } from './session/critic.ts';

/** What people lean on once a scenario is adopted: what it is called and what it chooses. */
export type Agreed = Pick<Scenario, 'title' | 'choices'>;

/** Takes out of a scenario what is agreed on when it is adopted. */
export function agreedIn({ title, choices }: Scenario): Agreed {
	return { title, choices };
}

/**
 * Gives the board with every adopted scenario as it was agreed on, whatever was written in it since, also
 * by a program that keeps to no rule: a changed one is put right, a removed one is there. A measure that is
 * no longer on the board is in no scenario. What is as agreed keeps its identity.
 */
export function withAgreed(content: BoardContent, adopted: readonly Adoption[]): BoardContent {
	const agreements = adopted.flatMap(({ scenarioId, agreed }) =>
		agreed ? [[scenarioId, choosable(agreed, content)] as const] : []
	);
	if (agreements.length === 0) return content;
	const agreed = new Map(agreements);
	const kept = content.scenarios.map((scenario) => asAgreed(scenario, agreed.get(scenario.id)));
	const there = new Set(content.scenarios.map(({ id }) => id));
	const gone = agreements.filter(([id]) => !there.has(id));
	const back = gone.map(([id, agreement]) => newScenario(id, agreement));
	const same = back.length === 0 && kept.every((one, place) => one === content.scenarios[place]);
	return same ? content : { ...content, scenarios: [...kept, ...back] };
}

function choosable({ title, choices }: Agreed, { measures }: BoardContent): Agreed {
	const there = new Set(measures.map(({ id }) => id));
	return { title, choices: choices.filter(({ measureId }) => there.has(measureId)) };
}

function asAgreed(scenario: Scenario, agreed: Agreed | undefined): Scenario {
	if (!agreed || isAsAgreed(scenario, agreed)) return scenario;
	return { ...scenario, ...agreed };
}

function isAsAgreed({ title, choices }: Scenario, agreed: Agreed): boolean {
	const same = (one: Choice, other: Choice | undefined) =>
		one.measureId === other?.measureId &&
		one.scale === other.scale &&
		one.decision === other.decision;
	return (
		title === agreed.title &&
		choices.length === agreed.choices.length &&
		choices.every((one, place) => same(one, agreed.choices[place]))
	);
}

/** The fields of a scenario that stay once it is adopted. */
const agreedFields: readonly string[] = ['title', 'choices'];

/** Keys from a root map to something on the board that changed. */
export type Place = readonly string[];

/** The answer to a change of what was agreed on. */
export const refusedAsAgreed: Refusal = {
	refused: 'adopted',
	path: '',
	message: 'This scenario was adopted. Go on in a copy, or make it a draft again first.'
};

/** Gives the id of the scenario that a place is part of, if that is a part that is agreed on. */
export function agreedPartOf([root, key, field]: Place): string | undefined {
	if (root !== rootOf.scenario || key === undefined) return undefined;
	return field === undefined || agreedFields.includes(field) ? nameOf(key) : undefined;
}
