import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { ForecastContent } from '#lib/domain/forecast/forecast.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

/** What the thread is asked to value. */
export type ToValue = { readonly file: WorkshopFile; readonly scenarioId: string };

/**
 * Values a scenario, and doing nothing beside it, as the command line does: seed 1, 16,384 samples.
 * It takes up to seconds, so it has a thread of its own: meanwhile everybody else's edits go on.
 */
export async function outcomesOf(
	file: WorkshopFile,
	scenarioId: string
): Promise<ForecastContent['outcomes']> {
	const { default: code } = await import('./outcomes-thread.ts?thread');
	const address = new URL(`data:text/javascript,${encodeURIComponent(code)}`);
	const workerData: ToValue = { file, scenarioId };
	const thread = new Worker(address, { workerData });
	// Rejects when the thread fails; its one message is what outcomes-thread.ts posts.
	const [outcomes] = await once(thread, 'message');
	return outcomes as ForecastContent['outcomes'];
}
