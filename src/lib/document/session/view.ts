import type { Quantity } from '#lib/domain/quantity.ts';
import type { Role } from '#lib/domain/role.ts';
import type { Language } from '#lib/domain/vocabulary.ts';
import type { SessionRound } from './round.ts';
import type { SessionContent } from './shape.ts';
import type { SpotlightView } from './spotlight.ts';

/**
 * What a member may see of a session, for screens that carry no shared document.
 *
 * `GET /api/workshops/<id>/session` answers with it, and with `now`: the server's time in milliseconds.
 * `GET /api/workshops/<id>/session/events` sends server-sent events, each with JSON that carries `now`:
 * - `{ now, view }`: everything, first and whenever one's role changes;
 * - `{ now, changes }`: pass each to `withChange`, in order;
 * - `{ now }`, every two seconds.
 * The stream ends when the member is out; coming back is refused then.
 * A browser that comes back with the id of the last event gets `session` only when it missed something.
 */
export type SessionView = Omit<SessionContent, 'members' | 'rounds'> & {
	/** Who asks. */
	readonly member: OwnView;
	readonly members: readonly MemberView[];
	readonly rounds: readonly RoundView[];
	/** What the phone shows of the board. */
	readonly board: BoardFigures;
	/** Ids of rounds, votes and the question after doubts in which this member has answered and that are still open. */
	readonly answered: readonly string[];
	/** The spoken code, for facilitators and observers (so for the projector) while the lobby is open. */
	readonly joinCode: string | null;
	/** For facilitators: what they say in each step, by step id; null for others. */
	readonly notes: Readonly<Record<string, string>> | null;
};

export type OwnView = MemberView & { readonly name: string | null };

export type MemberView = {
	readonly id: string;
	readonly role: Role;
	readonly partyId: string | null;
	readonly colour: number;
	/** For facilitators only. */
	readonly name?: string | null;
	/** ISO moment; for facilitators only. */
	readonly joinedAt?: string;
	/** Has a screen of the workshop open now; for facilitators only. */
	readonly connected?: boolean;
};

export type RoundView = SessionRound & {
	/** What is estimated; null when it is no longer on the board. */
	readonly about: NumberAsked | null;
	/** The number on the card; null as long as the round is open, so that it anchors nobody. */
	readonly planned: Quantity;
	/** For facilitators, of a revealed round that is not anonymous: who gave each estimate, in the same order. */
	readonly givenBy: readonly (string | null)[] | null;
};

/** A number on an effect, in words. */
export type NumberAsked = {
	/** Of the effect, with why it would come about. */
	readonly title: string;
	readonly because: string;
	readonly direction: 'benefit' | 'harm';
	/** `amount`: units a year. `price`: euros per unit. `share`: 0 to 1. `input`: a formula's input. */
	readonly kind: 'amount' | 'price' | 'share' | 'input';
	/** Of the amount, of what the price is for, or of the input. */
	readonly unit: string;
	/** Which share: a field name; which input: its name; a receipt: the party's name. */
	readonly name: string;
};

/** The few things of the board that the phone and projector show. */
export type BoardFigures = {
	readonly title: string;
	readonly question: string;
	readonly language: Language;
	readonly parties: readonly { readonly id: string; readonly name: string }[];
	readonly counts: {
		readonly parties: number;
		readonly measures: number;
		readonly effects: number;
		readonly scenarios: number;
	};
	/** The card in the spotlight; null when there is none (any more). */
	readonly spotlight: SpotlightView | null;
};

/** The cards on the board by name: `GET /api/workshops/<id>/cards`. */
export type CardNames = {
	/** The id by which the board knows the workshop itself. */
	readonly workshopId: string;
	readonly cards: readonly {
		readonly kind: 'measure' | 'effect';
		readonly id: string;
		readonly title: string;
	}[];
};
