import * as v from 'valibot';
import { challengeSchema, type Challenge } from '#lib/domain/challenge.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { roles } from '#lib/domain/role.ts';
import { roundSchema, type Round } from '#lib/domain/round.ts';
import type { Phase } from '../phase.ts';

/**
 * The session document: root maps with plain JSON under an id, which only the server writes.
 * Every value carries a `place`: the number by which its list is sorted.
 */
export const sessionRoots = {
	state: 'state',
	members: 'members',
	challenges: 'challenges',
	rounds: 'rounds',
	adopted: 'adopted'
} as const;

/** Somebody who joined, without a name: names live outside the documents. */
const memberSchema = v.object({
	id: v.pipe(v.string(), v.minLength(1)),
	role: v.picklist(roles),
	partyId: v.nullable(idSchema)
});

export type SessionMember = v.InferOutput<typeof memberSchema>;

/** A round and how many are ready; estimates are in it only when revealed. */
export type SessionRound = Round & { readonly ready: number };

/** A scenario that was adopted, with the reason that was typed when something was still open. */
const adoptionSchema = v.object({ scenarioId: idSchema, reason: v.string() });

export type Adoption = v.InferOutput<typeof adoptionSchema>;

/** What everybody in a workshop may see of its session. */
export type SessionContent = {
	readonly phase: Phase;
	readonly lobbyOpen: boolean;
	readonly members: readonly SessionMember[];
	readonly challenges: readonly Challenge[];
	readonly rounds: readonly SessionRound[];
	readonly adopted: readonly Adoption[];
};

const readySchema = v.object({
	ready: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0)
});

/** Reads what stands under a key of each list; undefined when it is not what belongs there. */
export const sessionReaders = {
	members: (value: unknown) => usable(memberSchema, value),
	challenges: (value: unknown): Challenge | undefined => usable(challengeSchema, value),
	rounds: (value: unknown): SessionRound | undefined => {
		const round = usable(roundSchema, value);
		return round && { ...round, ready: usable(readySchema, value)?.ready ?? 0 };
	},
	adopted: (value: unknown) => usable(adoptionSchema, value)
};

export type SessionList = keyof typeof sessionReaders;

function usable<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown
): v.InferOutput<Schema> | undefined {
	const result = v.safeParse(schema, value);
	return result.success ? result.output : undefined;
}
