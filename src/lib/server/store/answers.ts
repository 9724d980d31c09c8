/** What a round is about: a number on the board, or a practice question with its known answer. */
export type RoundSubject =
	| {
			readonly kind: 'round';
			readonly effectId: string;
			readonly field: string;
			readonly round: 1 | 2;
			readonly note: string;
	  }
	| {
			readonly kind: 'practice';
			readonly question: string;
			readonly unit: string;
			readonly answer: number;
			readonly source: string;
	  };

/** What somebody answered; null instead of numbers is "I don't know". */
export type BlindAnswer = {
	readonly numbers: {
		readonly low: number;
		readonly likely: number;
		readonly high: number;
		readonly confidence: number | null;
	} | null;
	readonly reason: string;
};

export type BlindEstimate = BlindAnswer & {
	/** A member's id, or `paper-` and the number of a sheet. */
	readonly giver: string;
	readonly partyId: string | null;
};

/** What a round came to, as everybody may see it, in the order in which it is shown. */
export type RoundResult = {
	readonly estimates: readonly {
		readonly partyId: string | null;
		readonly low: number;
		readonly likely: number;
		readonly high: number;
		readonly confidence: number | null;
		readonly reason: string;
	}[];
	readonly dontKnow: number;
	/** Who gave each estimate, in the same order; null when that was forgotten. For facilitators only. */
	readonly givers: readonly string[] | null;
};

export type BlindRound = {
	readonly id: string;
	readonly workshopId: string;
	readonly subject: RoundSubject;
	readonly anonymous: boolean;
	readonly hidden: boolean;
	/** The smallest group whose party may be shown, as it was when the round was opened. */
	readonly minGroupSize: number;
	/** Undefined as long as it is open. */
	readonly result?: RoundResult | undefined;
	readonly openedAt: number;
};

export type VoteSubject = {
	readonly kind: 'dots' | 'stance';
	readonly question: string;
	readonly options: readonly { readonly id: string; readonly text: string }[];
	readonly dots: number;
};

/** What a vote came to: how many voted, and the dots per option. */
export type VoteEnd = {
	readonly cast: number;
	readonly counts: Readonly<Record<string, number>>;
};

export type VoteRow = {
	readonly id: string;
	readonly workshopId: string;
	readonly subject: VoteSubject;
	/** Undefined as long as it is open. */
	readonly end?: VoteEnd | undefined;
	readonly openedAt: number;
};

/** That somebody answered in an open round or vote; never what. */
export type Answered = { readonly id: string; readonly memberId: string };

/**
 * What people answer before anybody may see it. Whatever changes an open round or vote and whatever
 * ends it exclude each other, so that nothing comes in after the end and nothing is shown before it.
 */
export interface AnswerStore {
	/** @returns false when a round about the same number is open; the same round again is fine */
	openRound(round: BlindRound): Promise<boolean>;
	findRound(workshopId: string, id: string): Promise<BlindRound | undefined>;
	/** Puts an answer in, or in the place of the earlier one by the same giver. @returns false when it is not open */
	submitEstimate(roundId: string, estimate: BlindEstimate): Promise<boolean>;
	/** The answers in an open round, by giver; none when it has ended. */
	listEstimates(roundId: string): Promise<BlindEstimate[]>;
	/** Takes all answers out of an open round. @returns false when it is not open */
	resetRound(roundId: string): Promise<boolean>;
	/** Forgets an open round. @returns false when it is not open */
	cancelRound(roundId: string): Promise<boolean>;
	/**
	 * Ends a round once, with what its answers come to, and forgets the answers themselves.
	 *
	 * @param resultOf makes the result; must not wait for anything
	 * @returns the result, also when the round had ended before; undefined when there is no such round
	 */
	revealRound(
		roundId: string,
		resultOf: (estimates: readonly BlindEstimate[]) => RoundResult
	): Promise<RoundResult | undefined>;

	openVote(vote: VoteRow): Promise<void>;
	findVote(workshopId: string, id: string): Promise<VoteRow | undefined>;
	/** Puts a ballot in, or in the place of the earlier one. @returns false when the vote is not open */
	castVote(voteId: string, memberId: string, choices: readonly string[]): Promise<boolean>;
	countBallots(voteId: string): Promise<number>;
	/** Ends a vote once, with what its ballots come to, and forgets the ballots. @returns as `revealRound` */
	closeVote(
		voteId: string,
		endOf: (ballots: readonly (readonly string[])[]) => VoteEnd
	): Promise<VoteEnd | undefined>;

	/** Who has answered in the rounds and votes of a workshop that are open. */
	listAnswered(workshopId: string): Promise<Answered[]>;

	/** What facilitators say in each step, by step id. */
	speakerNotes(workshopId: string): Promise<Readonly<Record<string, string>>>;
	replaceSpeakerNotes(workshopId: string, notes: Readonly<Record<string, string>>): Promise<void>;
}
