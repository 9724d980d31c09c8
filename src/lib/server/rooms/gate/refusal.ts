/** Close codes with which a connection is told why: 44xx stops a client, 4500 lets it come back. */
export type CloseCode = 4400 | 4401 | 4403 | 4413 | 4429 | 4500;

/** Why something from outside was not let in; `rule` is what logs and metrics may name. */
export type Refusal = { readonly code: CloseCode; readonly rule: string };

/** Thrown while reading hostile bytes; whoever reads turns it into a refusal and nothing else. */
export class Refused extends Error {
	override readonly name = 'Refused';
	readonly refusal: Refusal;

	constructor(rule: string, code: CloseCode = 4400) {
		super(rule);
		this.refusal = { code, rule };
	}
}

/** Runs a reader and gives its result, or the refusal that it ended in. */
export function refusalOf<Result>(read: () => Result): Result | { readonly refusal: Refusal } {
	try {
		return read();
	} catch (error) {
		if (error instanceof Refused) return { refusal: error.refusal };
		throw error;
	}
}
