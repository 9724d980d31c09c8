/** A backup can't be made or used; the message says why and what to do, and nothing was changed. */
export class BackupError extends Error {
	override readonly name = 'BackupError';
}
