import type { Measure } from '#lib/domain/measure.ts';
import type { Decision, Scenario } from '#lib/domain/scenario.ts';

/** What a scenario says about a measure; `open` is in it without a decision, `absent` is not in it. */
export type Decided = Decision | 'open' | 'absent';

/** One place in the table of choices; the scale is 1 for what does not count. */
export type ChosenCell = { readonly decided: Decided; readonly scale: number };

/** A measure with what each scenario says about it, in the order of the scenarios. */
export type ChoiceRow = {
	readonly measure: Pick<Measure, 'id' | 'title'>;
	readonly cells: readonly ChosenCell[];
	/** The scenarios do not all say the same; a single one is held against doing nothing. */
	readonly differs: boolean;
};

const absent: ChosenCell = { decided: 'absent', scale: 1 };

/** Tells whether a measure counts in the scenario that says this. */
export function countsWhen(decided: Decided): boolean {
	return decided === 'do' || decided === 'pilot' || decided === 'open';
}

/** Gives what a scenario says about a measure. */
export function chosenIn({ choices }: Pick<Scenario, 'choices'>, measureId: string): ChosenCell {
	const choice = choices.find((one) => one.measureId === measureId);
	if (!choice) return absent;
	const decided = choice.decision ?? 'open';
	return { decided, scale: countsWhen(decided) ? choice.scale : 1 };
}

/** Lays the choices of scenarios beside each other, measure by measure. */
export function choiceRows(
	measures: readonly Pick<Measure, 'id' | 'title'>[],
	scenarios: readonly Pick<Scenario, 'choices'>[]
): ChoiceRow[] {
	return measures.map(({ id, title }) => {
		const cells = scenarios.map((scenario) => chosenIn(scenario, id));
		const [first = absent, ...others] = cells.length === 1 ? [absent, ...cells] : cells;
		const differs = others.some(
			({ decided, scale }) => decided !== first.decided || scale !== first.scale
		);
		return { measure: { id, title }, cells, differs };
	});
}
