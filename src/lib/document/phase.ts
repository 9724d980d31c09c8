/** The steps of a session, in the order of the script. A phase restricts estimates, votes and sealing only. */
export const phases = [
	'lobby',
	'goal',
	'practice',
	'facts',
	'measures',
	'effects',
	'payers',
	'estimate',
	'premortem',
	'challenge',
	'estimate-again',
	'scenarios',
	'decide',
	'seal',
	'done',
	/** No script: everything is allowed. */
	'free'
] as const;

export type Phase = (typeof phases)[number];

export const defaultPhase: Phase = 'free';

/** Tells whether a value from outside is a phase. */
export function isPhase(value: unknown): value is Phase {
	return phases.some((phase) => phase === value);
}

/** Phases in which people estimate. */
export const estimatingPhases: readonly Phase[] = ['practice', 'estimate', 'estimate-again'];

/** Phases in which people choose between things or take a stand. */
export const votingPhases: readonly Phase[] = [
	'goal',
	'measures',
	'effects',
	'premortem',
	'challenge',
	'scenarios',
	'decide'
];

/** Tells whether something for some phases can be done in a phase; without a script everything can. */
export function isAt(allowed: readonly Phase[], phase: Phase): boolean {
	return phase === 'free' || allowed.includes(phase);
}
