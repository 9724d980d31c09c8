import { UnknownWorkshopError } from '../errors.ts';
import { get, type Work } from './statement.ts';

/** The workspace of a workshop. @throws {UnknownWorkshopError} when there is no such workshop */
export function* workspaceOf(workshopId: string): Work<string> {
	const found = yield* get<{ workspace: string }>(
		'SELECT workspace_id AS workspace FROM workshops WHERE id = ?',
		workshopId
	);
	if (!found) throw new UnknownWorkshopError(workshopId);
	return found.workspace;
}
