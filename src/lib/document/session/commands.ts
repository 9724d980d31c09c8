import type { Target } from '#lib/domain/challenge.ts';
import type { Role } from '#lib/domain/role.ts';
import type { Phase } from '../phase.ts';
import type { Script, Step } from './script.ts';

/**
 * What a client asks of the server while a session runs: `POST /api/workshops/<id>/commands` with an `id`
 * of the client's own making beside these fields. The same id again does nothing twice, so a phone
 * without a connection can keep a command and send it later. Who may do what, and in which phase, stands
 * in the server's access table: `F` below is for facilitators, `E` for all but observers.
 *
 * Answers: 200 with the fields named here; 400 `malformed` with a `path`; 403 `wrong-role` or
 * `wrong-phase`; 404 `not-here`; 409 `not-now`; 503 `try-later`.
 */
export type SessionCommand =
	LeadingCommand | TimerCommand | ReadyCommand | RoundCommand | VoteCommand | PeopleCommand;

type LeadingCommand =
	/** F. Brings everybody to a phase, forward or back; `stepId` names the step of the script. */
	| { type: 'set-phase'; phase: Phase; stepId?: string | null }
	/** F. Replaces the script; null takes it away. A `note` is what the facilitator says: kept for facilitators only. */
	| {
			type: 'edit-script';
			script:
				(Omit<Script, 'steps'> & { steps: readonly (Readonly<Step> & { note?: string })[] }) | null;
	  }
	/** F. Brings a card or a number to every screen; null takes it off. */
	| { type: 'set-spotlight'; target: Target | null }
	/** F. Makes who gives it the one who leads. */
	| { type: 'take-over' };

/** F. `start` takes seconds, or goes on after a pause without; `add` takes seconds, below 0 for less. */
type TimerCommand = {
	type: 'set-timer';
	action: 'start' | 'pause' | 'add' | 'clear';
	seconds?: number;
};

type ReadyCommand =
	/** F. Asks everybody whether they are ready, or takes the question away. */
	| { type: 'set-ready-check'; open: boolean }
	/** E. Answers it. */
	| { type: 'set-ready'; ready: boolean };

/** What somebody estimates; `dontKnow` goes without numbers. */
type Answer =
	| { low: number; likely: number; high: number; confidence: number | null; reason?: string }
	| { dontKnow: true; reason?: string };

type RoundCommand =
	/** F, gives `{ roundId }`. `field` as in the file format; at most one round per number is open. */
	| {
			type: 'open-round';
			effectId: string;
			field: string;
			round: 1 | 2;
			anonymous?: boolean;
			hidden?: boolean;
			note?: string;
	  }
	/** F, gives `{ roundId }`. A practice round; the answer is shown at the reveal. */
	| {
			type: 'open-practice';
			question: string;
			unit?: string;
			answer: number;
			source?: string;
			anonymous?: boolean;
			hidden?: boolean;
	  }
	/**
	 * E, gives `{ roundId, ready }`; again replaces one's answer. `paper` is for facilitators: the answer
	 * of somebody without a phone, under a sheet number of their own and perhaps a party.
	 */
	| ({
			type: 'submit-estimate';
			roundId: string;
			paper?: { sheet: string; partyId?: string };
	  } & Answer)
	/** F. Shows all estimates at once. */
	| { type: 'reveal-round'; roundId: string }
	/** F. Takes all answers out of an open round; it stays open. */
	| { type: 'reset-round'; roundId: string }
	/** F. Takes an open round away with everything in it. */
	| { type: 'cancel-round'; roundId: string }
	/** F. Puts what a revealed round came to on the card. */
	| { type: 'apply-pooled'; roundId: string };

type VoteCommand =
	/** F, gives `{ voteId }`. Option ids are the client's; a stance has none. `dots` is 3 unless given. */
	| {
			type: 'open-vote';
			kind: 'dots' | 'stance';
			question: string;
			options?: readonly { readonly id: string; readonly text: string }[];
			dots?: number;
	  }
	/** E. The option of each dot; for a stance one of `agree`, `pass`, `disagree`. Again replaces one's vote. */
	| { type: 'cast-vote'; voteId: string; choices: readonly string[] }
	/** F. Ends a vote and shows its counts. */
	| { type: 'close-vote'; voteId: string };

type PeopleCommand =
	/** F. */
	| { type: 'set-lobby'; open: boolean }
	/** F. Keeps the board as it is now under a name. */
	| { type: 'keep-version'; name: string }
	/** F. */
	| { type: 'restore-version'; versionId: string }
	/** F, gives `{ kept }`. Takes back what somebody wrote on the board since an ISO moment. */
	| { type: 'take-back'; memberId: string; since: string }
	/** F. The other member's screens follow within a second. */
	| { type: 'set-role'; memberId: string; role: Role }
	/** F. */
	| { type: 'remove-member'; memberId: string }
	/** F, gives `{ role, link, code? }`. */
	| { type: 'rotate-link'; role: Role }
	/** F. Whoever came in by it is out within a second. */
	| { type: 'revoke-link'; role: Role }
	/** Anybody, about themselves. */
	| { type: 'set-profile'; name?: string | null; partyId?: string | null };
