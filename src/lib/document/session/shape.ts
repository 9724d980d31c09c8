import * as v from 'valibot';
import { idSchema } from '#lib/domain/identifier.ts';
import { roles } from '#lib/domain/role.ts';
import { roundSchema, type Round } from '#lib/domain/round.ts';
import { defaultPhase, isPhase, type Phase } from '../phase.ts';
import { sessionChallengeSchema } from './challenges.ts';
import {
	adoptionSchema,
	bestArgumentSchema,
	dismissalSchema,
	doubtSchema,
	speakingSchema
} from './critic.ts';
import { experimentSchema } from './experiments.ts';
import { premortemCardSchema, premortemSchema, watchSchema } from './premortem.ts';
import { usable } from './usable.ts';

/**
 * The session document, which only the server writes: a root map `state` with one value per name, and
 * a root map per list with plain JSON under an id, where `place` is the number the list is sorted by.
 *
 * A new part of the session is a schema in a file of its own and a line here.
 */

/** Somebody who joined, without a name: names live outside the documents. */
const memberSchema = v.object({
	id: v.pipe(v.string(), v.minLength(1)),
	role: v.picklist(roles),
	partyId: v.nullable(idSchema)
});

export type SessionMember = v.InferOutput<typeof memberSchema>;

/** A round and how many are ready; estimates are in it only when revealed. */
export type SessionRound = Round & { readonly ready: number };

const readySchema = v.object({
	ready: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0)
});

/** Reads each single value; what is not there, or not what belongs there, gets what holds without it. */
export const stateReaders = {
	phase: (value: unknown): Phase => (isPhase(value) ? value : defaultPhase),
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
	rounds: (value: unknown): SessionRound | undefined => {
		const round = usable(roundSchema, value);
		return round && { ...round, ready: usable(readySchema, value)?.ready ?? 0 };
	},
	adopted: (value: unknown) => usable(adoptionSchema, value),
	premortemCards: (value: unknown) => usable(premortemCardSchema, value),
	watches: (value: unknown) => usable(watchSchema, value),
	experiments: (value: unknown) => usable(experimentSchema, value)
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
