import { sentence, type Reason } from '#lib/domain/reason.ts';

/** Why a verb changes nothing. */
export type RefusalReason =
	/** The record or item, or one that is referred to, is not there (any more). */
	| 'gone'
	/** A value has the wrong type, is out of its range or lacks what it needs. */
	| 'invalid'
	/** There already is something with this id or name. */
	| 'taken'
	/** The reference would close a loop. */
	| 'cycle'
	/** The receipt shares would add up to more than the whole effect. */
	| 'shares'
	/** The amount is computed by a formula; empty that first. */
	| 'computed'
	/** It would change what was agreed on in an adopted scenario. */
	| 'adopted'
	/** The document was written by a newer version of the program. */
	| 'newer';

/** The answer of a verb that changed nothing: expected, so a value and never thrown. */
export type Refusal = {
	readonly refused: RefusalReason;
	/** Dotted place inside the record; empty for the record itself. */
	readonly path: string;
	/** What was found and what belongs there, in English. */
	readonly message: string;
	/** The same for screens, where it says more than `refused` does. */
	readonly why?: Reason;
};

/** Tells whether a verb's answer is a refusal. */
export function isRefusal(answer: unknown): answer is Refusal {
	return typeof answer === 'object' && answer !== null && 'refused' in answer;
}

/** Makes the refusal for a value that does not fit. */
export function unfit(path: string, why: Reason): Refusal {
	return { refused: 'invalid', path, message: sentence(why), why };
}

/** Makes the refusal for something that is not there, for instance because a colleague just removed it. */
export function gone(path: string, name: string): Refusal {
	return {
		refused: 'gone',
		path,
		message: `There is no "${name}" (any more). It may just have been removed; choose another.`
	};
}
