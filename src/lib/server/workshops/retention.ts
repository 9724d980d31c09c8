import type { Terms } from '#lib/domain/retention.ts';
import type { App } from '../app.ts';
import { withLease } from '../cluster/with-lease.ts';
import { TryLaterError } from '../rooms/hub.ts';
import { mayPass } from '../store/errors.ts';
import { leaveNothing } from './delete.ts';

/** How often, in milliseconds, is looked what is due. */
const lookEvery = 60 * 60 * 1000;

/** A visit within so many milliseconds after the one that was noted last is not noted: it would only be a write. */
const visitLasts = 60 * 60 * 1000;

type Parts = Pick<App, 'store' | 'hub' | 'feeds' | 'log' | 'configuration' | 'cluster'>;

/** The most that this server keeps, whatever workshops say. */
export function mostKept({
	deleteAfterDays,
	forgetNamesAfterDays
}: Pick<App['configuration'], 'deleteAfterDays' | 'forgetNamesAfterDays'>): Terms {
	return { workshop: deleteAfterDays ?? null, names: forgetNamesAfterDays ?? null };
}

/**
 * Forgets names and deletes workshops of which the time is up, and begins to warn where it comes near.
 * Servers that share a database all do so: what one has done is not due any more for the others.
 */
export async function enforceRetention(app: Parts): Promise<void> {
	const most = mostKept(app.configuration);
	if ((await app.store.forgetNames(most.names)) > 0) await app.store.wipeDeleted();
	await app.store.warnUntouched(most.workshop);
	for (const id of await app.store.workshopsDue(most.workshop)) await deleteDue(app, id, most);
}

async function deleteDue(app: Parts, id: string, most: Terms): Promise<void> {
	try {
		const deleted = await withLease(app, id, () => app.store.deleteWhenDue(id, most.workshop));
		if (!deleted) return;
	} catch (error) {
		// It is another server's, which puts everybody out when it deletes it itself.
		if (error instanceof TryLaterError || mayPass(error)) return;
		throw error;
	}
	await leaveNothing(app, id);
	app.log.info({ workshop: id }, 'a workshop that nobody changed was deleted');
}

/** Remembers that somebody opened a workshop, as names are kept from the last time that anybody did. */
export async function noteVisit(
	{ store, now, log }: Pick<App, 'store' | 'now' | 'log'>,
	workshopId: string,
	last: number
): Promise<void> {
	if (now() - last < visitLasts) return;
	try {
		await store.noteVisit(workshopId);
	} catch (error) {
		// Whoever only looks must be able to, also while nothing can be written; the next visit is noted.
		log.warn(
			{ reason: error instanceof Error ? error.name : typeof error },
			'a visit was not noted'
		);
	}
}

/** Looks at once and then every hour; gives the way to stop. What goes wrong is tried again the next time. */
export function watchRetention(app: Parts): () => void {
	const look = () =>
		enforceRetention(app).catch((error: unknown) => {
			const reason = error instanceof Error ? error.name : typeof error;
			app.log.error({ reason }, 'Workshops of which the time is up could not be looked for.');
		});
	void look();
	const looking = setInterval(look, lookEvery);
	looking.unref();
	return () => clearInterval(looking);
}
