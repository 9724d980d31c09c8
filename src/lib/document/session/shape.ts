import * as v from 'valibot';
import { targetSchema } from '#lib/domain/challenge.ts';
import { defaultPhase, isPhase, type Phase } from '../phase.ts';
import { sessionChallengeSchema } from './challenges.ts';
import {
	adoptionSchema,
	bestArgumentSchema,
	dismissalSchema,
	doubtSchema,
	speakingSchema
} from './critic.ts';
import { momentSchema } from './deed.ts';
import { experimentSchema } from './experiments.ts';
import {
	sealSchema,
	sessionExpectationSchema,
	sessionMeasurementSchema,
	sessionSignOffSchema,
	sessionWhatCameSchema
} from './forecasts.ts';
import { memberSchema } from './member.ts';
import { premortemCardSchema, premortemSchema, watchSchema } from './premortem.ts';
import { readyCheckSchema } from './ready-check.ts';
import { readPractice, readRound } from './round.ts';
import { scriptSchema } from './script.ts';
import { timerSchema } from './timer.ts';
import { usable } from './usable.ts';
import { voteSchema } from './vote.ts';

/**
 * The session document, which only the server writes: a root map `state` with one value per name, and
 * a root map per list with plain JSON under an id, where `place` is the number the list is sorted by.
 *
 * A new part of the session is a schema in a file of its own and a line here.
 */

/** Reads each single value; what is not there, or not what belongs there, gets what holds without it. */
export const stateReaders = {
	phase: (value: unknown): Phase => (isPhase(value) ? value : defaultPhase),
	/** The step of the script that everybody is at. */
	stepId: (value: unknown) => usable(v.string(), value),
	/** When everybody was brought to this phase or step. */
	movedAt: (value: unknown) => usable(momentSchema, value),
	script: (value: unknown) => usable(scriptSchema, value),
	timer: (value: unknown) => usable(timerSchema, value),
	/** The card or number that is brought to every screen. */
	spotlight: (value: unknown) => usable(targetSchema, value),
	readyCheck: (value: unknown) => usable(readyCheckSchema, value),
	/** The facilitator who took over last; every facilitator may do all the same. */
	leadId: (value: unknown) => usable(v.string(), value),
	/** Whether the spoken code lets people in. */
	lobbyOpen: (value: unknown) => value === true,
	/** Id of the critic who offers their seat to whoever takes it. */
	seatOfferedBy: (value: unknown) => usable(v.string(), value),
	speaking: (value: unknown) => usable(speakingSchema, value),
	doubt: (value: unknown) => usable(doubtSchema, value),
	premortem: (value: unknown) => usable(premortemSchema, value)
};

/** Reads what stands under a key of each list; undefined when it is not what belongs there. */
export const listReaders = {
	members: (value: unknown) => usable(memberSchema, value),
	challenges: (value: unknown) => usable(sessionChallengeSchema, value),
	dismissals: (value: unknown) => usable(dismissalSchema, value),
	arguments: (value: unknown) => usable(bestArgumentSchema, value),
	rounds: readRound,
	practices: readPractice,
	votes: (value: unknown) => usable(voteSchema, value),
	adopted: (value: unknown) => usable(adoptionSchema, value),
	premortemCards: (value: unknown) => usable(premortemCardSchema, value),
	watches: (value: unknown) => usable(watchSchema, value),
	experiments: (value: unknown) => usable(experimentSchema, value),
	expectations: (value: unknown) => usable(sessionExpectationSchema, value),
	signOffs: (value: unknown) => usable(sessionSignOffSchema, value),
	seals: (value: unknown) => usable(sealSchema, value),
	measurements: (value: unknown) => usable(sessionMeasurementSchema, value),
	whatCame: (value: unknown) => usable(sessionWhatCameSchema, value)
};

/** The root map that holds the single values. */
export const stateRoot = 'state';

export type StateName = keyof typeof stateReaders;

/** Each list has its name as its root map. */
export type ListName = keyof typeof listReaders;

type State = { readonly [Name in StateName]: ReturnType<(typeof stateReaders)[Name]> };

type Lists = {
	readonly [Name in ListName]: readonly NonNullable<ReturnType<(typeof listReaders)[Name]>>[];
};

/** What everybody in a workshop may see of its session. */
export type SessionContent = State & Lists;
