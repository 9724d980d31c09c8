/**
 * Ends the program with exit code 1 and says why: one sentence when whoever starts it can do
 * something about it, otherwise everything there is to find the mistake by.
 *
 * @param {unknown} reason a sentence, or an error; one with `forOperator` is a sentence as well
 * @returns {never}
 */
export function refuse(reason) {
	const sentence =
		reason instanceof Error && 'forOperator' in reason && reason.forOperator
			? reason.message
			: reason;
	console.error(sentence);
	process.exit(1);
}
