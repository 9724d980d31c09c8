import type { Phase } from '#lib/document/phase.ts';
import type { Script, Step } from '#lib/document/session/script.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** Where everybody is: the phase, and the step of the script where there is one. */
export type Whereabouts = {
	readonly phase: Phase;
	readonly stepId?: string | undefined;
	readonly script?: Script | undefined;
};

/** Finds the step that everybody is at; undefined without a script, or outside of it. */
export function currentStep({ script, stepId, phase }: Whereabouts): Step | undefined {
	const steps = script?.steps ?? [];
	return steps.find(({ id }) => id === stepId) ?? steps.find((step) => step.phase === phase);
}

/** Gives the title that somebody gave a step, or the name of its phase. */
export function stepTitle({ title, phase }: Pick<Step, 'title' | 'phase'>, t: Translate): string {
	return title || t(`session.phase.${phase}`);
}

/** Gives the name of where everybody is. */
export function whereaboutsTitle(whereabouts: Whereabouts, t: Translate): string {
	const step = currentStep(whereabouts);
	return step ? stepTitle(step, t) : t(`session.phase.${whereabouts.phase}`);
}
