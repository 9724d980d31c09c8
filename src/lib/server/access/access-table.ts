import { roles, type Role } from '#lib/domain/role.ts';
import { estimatingPhases, isAt, votingPhases, type Phase } from '#lib/document/phase.ts';

/**
 * Who may do what, in one place.
 *
 * Every route and every command has its row here and is refused without one; the tests walk the
 * folders and this table, and try each row with each role.
 */

/** `anyone`: no membership is needed; what a request may see then hangs on its token or cookie. */
export type RouteAccess = 'anyone' | readonly Role[];

export type CommandAccess = {
	readonly roles: readonly Role[];
	/** `free`, the phase without a script, always allows everything. */
	readonly phases: 'every' | readonly Phase[];
};

const facilitator: readonly Role[] = ['facilitator'];
const facilitatorOrCritic: readonly Role[] = ['facilitator', 'critic'];
/** Those who fill the board. */
const editors: readonly Role[] = ['facilitator', 'participant'];
/** Everybody who has something to say. */
const speakers: readonly Role[] = ['facilitator', 'participant', 'critic'];

/** Rows by method and route id. */
export const routeAccess: Readonly<Record<string, RouteAccess>> = {
	'GET /healthz': 'anyone',
	'GET /readyz': 'anyone',
	'GET /metrics': 'anyone',
	'POST /api/workshops': 'anyone',
	'POST /api/join': 'anyone',
	'POST /api/join/preview': 'anyone',
	'GET /api/mine': 'anyone',
	'GET /api/time': 'anyone',
	'GET /api/workspace': 'anyone',
	'GET /api/workspace/record': 'anyone',
	'POST /api/workspace/open': 'anyone',
	'POST /api/workspace/enter': 'anyone',
	'GET /api/v1/workshop': 'anyone',
	'GET /api/v1/results': 'anyone',
	'GET /api/v1/findings': 'anyone',
	'GET /api/v1/agreements': 'anyone',
	'GET /api/v1/forecasts': 'anyone',
	'GET /api/v1/figures': 'anyone',
	'GET /api/v1/openapi.json': 'anyone',
	'GET /api/workshops/[id]/tokens': facilitator,
	'GET /api/workshops/[id]': roles,
	'DELETE /api/workshops/[id]': facilitator,
	'GET /api/workshops/[id]/file': roles,
	'PUT /api/workshops/[id]/file': facilitator,
	'GET /api/workshops/[id]/versions': facilitator,
	'GET /api/workshops/[id]/versions/[version]': facilitator,
	'GET /api/workshops/[id]/members': facilitator,
	'GET /api/workshops/[id]/members/[member]/work': facilitator,
	'GET /api/workshops/[id]/members/[member]/extract': roles,
	'GET /api/workshops/[id]/session': roles,
	'GET /api/workshops/[id]/session/events': roles,
	'GET /api/workshops/[id]/figures': roles,
	'POST /api/workshops/[id]/figures': facilitator,
	'PUT /api/workshops/[id]/figures': facilitator,
	'DELETE /api/workshops/[id]/figures': facilitator,
	'GET /api/workshops/[id]/mappings/[header]': editors,
	'PUT /api/workshops/[id]/mappings/[header]': facilitator,
	'GET /api/workshops/[id]/outlines': roles,
	'POST /api/workshops/[id]/commands': roles,
	'GET /api/workshops/[id]/forecasts': roles,
	'GET /api/workshops/[id]/forecasts/[number]': roles,
	'GET /api/workshops/[id]/record': roles,
	'GET /api/workshops/[id]/reviews': roles,
	'PUT /api/workshops/[id]/forecasts/[number]': roles,
	'PATCH /api/workshops/[id]/forecasts/[number]': roles,
	'DELETE /api/workshops/[id]/forecasts/[number]': roles,
	'GET /api/workshops/[id]/hand-ins': roles,
	'GET /api/workshops/[id]/cards': roles
};

/** Whose edits a shared document takes; everybody in the workshop opens it, in every phase. */
export type RoomAccess = { readonly writes: readonly Role[] };

/** Rows by name of the document. */
export const roomAccess = {
	board: { writes: editors },
	// Written by the server alone, on commands.
	session: { writes: [] }
} as const satisfies Readonly<Record<string, RoomAccess>>;

export type RoomName = keyof typeof roomAccess;

/** Tells whether a name is that of a document that workshops have. */
export function isRoom(name: string): name is RoomName {
	return Object.hasOwn(roomAccess, name);
}

/** Rows by command type. */
export const commandAccess: Readonly<Record<string, CommandAccess>> = {
	'set-lobby': { roles: facilitator, phases: 'every' },
	'rotate-link': { roles: facilitator, phases: 'every' },
	'revoke-link': { roles: facilitator, phases: 'every' },
	'make-api-token': { roles: facilitator, phases: 'every' },
	'revoke-api-token': { roles: facilitator, phases: 'every' },
	'set-role': { roles: facilitator, phases: 'every' },
	'remove-member': { roles: facilitator, phases: 'every' },
	'set-profile': { roles, phases: 'every' },
	'keep-workshop': { roles: facilitator, phases: 'every' },
	'set-retention': { roles: facilitator, phases: 'every' },
	'keep-version': { roles: facilitator, phases: 'every' },
	'restore-version': { roles: facilitator, phases: 'every' },
	'take-back': { roles: facilitator, phases: 'every' },
	'raise-challenge': { roles: speakers, phases: 'every' },
	'answer-challenge': { roles: editors, phases: 'every' },
	'dismiss-finding': { roles: facilitatorOrCritic, phases: 'every' },
	'restore-finding': { roles: facilitatorOrCritic, phases: 'every' },
	'argue-for': { roles: speakers, phases: 'every' },
	'adopt-scenario': { roles: facilitator, phases: 'every' },
	'withdraw-adoption': { roles: facilitator, phases: 'every' },
	'set-expectation': { roles: editors, phases: 'every' },
	'remove-expectation': { roles: editors, phases: 'every' },
	'sign-off': { roles: speakers, phases: 'every' },
	'seal-forecast': { roles: facilitator, phases: ['decide', 'seal', 'done'] },
	'add-measurements': { roles: editors, phases: 'every' },
	'say-what-came': { roles: speakers, phases: 'every' },
	'offer-seat': { roles: ['critic'], phases: 'every' },
	'take-seat': { roles: ['participant'], phases: 'every' },
	'start-speaking': { roles: facilitatorOrCritic, phases: 'every' },
	'stop-speaking': { roles: facilitatorOrCritic, phases: 'every' },
	'open-doubt': { roles: facilitatorOrCritic, phases: 'every' },
	'name-doubt': { roles: speakers, phases: 'every' },
	'close-doubt': { roles: facilitatorOrCritic, phases: 'every' },
	'open-premortem': { roles: facilitatorOrCritic, phases: 'every' },
	'write-premortem-card': { roles: speakers, phases: 'every' },
	'remove-premortem-card': { roles: speakers, phases: 'every' },
	'reveal-premortem': { roles: facilitatorOrCritic, phases: 'every' },
	'cluster-premortem-card': { roles: speakers, phases: 'every' },
	'challenge-premortem-card': { roles: speakers, phases: 'every' },
	'watch-premortem-card': { roles: speakers, phases: 'every' },
	'drop-watch': { roles: facilitatorOrCritic, phases: 'every' },
	'plan-experiment': { roles: speakers, phases: 'every' },
	'drop-experiment': { roles: speakers, phases: 'every' },
	'set-phase': { roles: facilitator, phases: 'every' },
	'edit-script': { roles: facilitator, phases: 'every' },
	'set-timer': { roles: facilitator, phases: 'every' },
	'set-spotlight': { roles: facilitator, phases: 'every' },
	'set-ready-check': { roles: facilitator, phases: 'every' },
	'set-ready': { roles: speakers, phases: 'every' },
	'take-over': { roles: facilitator, phases: 'every' },
	'open-round': { roles: facilitator, phases: estimatingPhases },
	'open-practice': { roles: facilitator, phases: estimatingPhases },
	'submit-estimate': { roles: speakers, phases: estimatingPhases },
	'reveal-round': { roles: facilitator, phases: 'every' },
	'reset-round': { roles: facilitator, phases: 'every' },
	'cancel-round': { roles: facilitator, phases: 'every' },
	'apply-pooled': { roles: facilitator, phases: 'every' },
	'open-vote': { roles: facilitator, phases: votingPhases },
	'cast-vote': { roles: speakers, phases: votingPhases },
	'close-vote': { roles: facilitator, phases: 'every' }
};

/** Tells whether a row allows a command in a phase. */
export function allowedInPhase({ phases }: CommandAccess, phase: Phase): boolean {
	return phases === 'every' || isAt(phases, phase);
}
