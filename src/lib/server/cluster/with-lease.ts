import type { App } from '../app.ts';

/**
 * Does what a request asks about a workshop; where several servers share the store, so that nothing is
 * written once another has taken the workshop over.
 *
 * @throws {TryLaterError} when the workshop is another server's
 */
export function withLease<Result>(
	{ cluster }: Pick<App, 'cluster'>,
	workshopId: string,
	work: () => Promise<Result>
): Promise<Result> {
	return cluster ? cluster.within(workshopId, work) : work();
}
