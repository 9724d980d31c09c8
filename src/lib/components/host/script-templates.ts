import type { Phase } from '#lib/document/phase.ts';
import type { Script, Step } from '#lib/document/session/script.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** The scripts to begin with; `own` is made by changing one of them. */
export const startingScripts = ['half-day', 'short', 'remote'] as const;

export type StartingScript = (typeof startingScripts)[number];

/** A script as it is sent to the server: each step with what the facilitator says in it. */
export type NotedScript = Omit<Script, 'steps'> & {
	readonly steps: readonly (Step & { readonly note: string })[];
};

type Lengths = readonly (readonly [phase: Phase | 'break', length: number])[];

/** Half a day in one room, 210 minutes with a break. */
const halfDay: Lengths = [
	['lobby', 10],
	['goal', 10],
	['practice', 10],
	['facts', 15],
	['measures', 25],
	['effects', 25],
	['payers', 20],
	['break', 15],
	['estimate', 20],
	['premortem', 10],
	['challenge', 15],
	['estimate-again', 10],
	['scenarios', 10],
	['decide', 10],
	['seal', 5]
];

/** The short form for a group that has looked at the figures before, 90 minutes. */
const short: Lengths = [
	['lobby', 5],
	['goal', 5],
	['practice', 5],
	['measures', 10],
	['effects', 15],
	['payers', 10],
	['estimate', 10],
	['premortem', 5],
	['challenge', 10],
	['estimate-again', 5],
	['scenarios', 5],
	['decide', 5]
];

/** The remote form: windows of days in which everybody works when it suits them. */
const remote: Lengths = [
	['goal', 2],
	['facts', 3],
	['measures', 4],
	['effects', 4],
	['payers', 3],
	['estimate', 3],
	['challenge', 4],
	['estimate-again', 3],
	['scenarios', 3],
	['decide', 2],
	['seal', 1]
];

const lengths: Readonly<Record<StartingScript, Lengths>> = { 'half-day': halfDay, short, remote };

/** Makes a script of a template, with the speaker notes in the language of the facilitator. */
export function scriptOf(template: StartingScript, t: Translate): NotedScript {
	const steps = lengths[template].map(([phase, length]) => ({
		id: `step-${phase}`,
		// The break has no phase of its own: people see what they see while they come in.
		phase: phase === 'break' ? ('lobby' as const) : phase,
		title: phase === 'break' ? t('host.step.break') : null,
		length,
		note: t(`host.note.${phase}`)
	}));
	return { template, unit: template === 'remote' ? 'days' : 'minutes', startsOn: null, steps };
}

/** Adds up the lengths of all steps, in the unit of the script. */
export function totalLength({ steps }: { steps: readonly { length: number }[] }): number {
	return steps.reduce((sum, { length }) => sum + length, 0);
}
