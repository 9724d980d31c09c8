import { ApiError } from '../api-error.ts';
import type { CommandContext } from '../commands/command.ts';
import { sessionNow } from './session.ts';

/** @throws {ApiError} 404 when there is no such experiment */
export async function checkExperiment(context: CommandContext, id: string): Promise<void> {
	const { experiments } = await sessionNow(context);
	if (experiments.some((experiment) => experiment.id === id)) return;
	throw new ApiError('not-here', 'There is no such experiment.', { path: 'experimentId' });
}
