/** A change could not be made durable now: the server is stopping, or its store fails. */
export class TryLaterError extends Error {
	override readonly name = 'TryLaterError';

	constructor() {
		super('The change was not saved; try again in a moment.');
	}
}
