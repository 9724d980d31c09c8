import type { App } from '../app.ts';
import type { UntouchedWorkshop } from '../store/store.ts';
import { deleteWorkshop } from './delete.ts';

const day = 24 * 60 * 60 * 1000;

/** Days in which people in a workshop are told that it will be deleted, before it is. */
export const warningDays = 30;

/** How often, in milliseconds, is looked what is due. */
const lookEvery = 60 * 60 * 1000;

type Parts = Pick<App, 'store' | 'hub' | 'feeds' | 'now' | 'log' | 'configuration'>;

/**
 * When a workshop that nobody does anything with will be deleted, in milliseconds since 1970: never less
 * than the days of warning after people in it were first told. Undefined when they are not told.
 */
export function deletedAt(
	{ touchedAt, warnedAt }: UntouchedWorkshop,
	deleteAfterDays: number
): number | undefined {
	// A warning from before the last change is about a time that did not come.
	if (warnedAt === null || warnedAt <= touchedAt) return undefined;
	return Math.max(touchedAt + deleteAfterDays * day, warnedAt + warningDays * day);
}

/** Forgets names and deletes workshops of which the time is up, and begins to warn where it comes near. */
export async function enforceRetention(app: Parts): Promise<void> {
	const { deleteAfterDays, forgetNamesAfterDays } = app.configuration;
	if (forgetNamesAfterDays !== undefined) await forgetNames(app, forgetNamesAfterDays);
	if (deleteAfterDays === undefined) return;
	const nearlyDue = app.now() - (deleteAfterDays - warningDays) * day;
	for (const workshop of await app.store.workshopsUntouchedSince(nearlyDue)) {
		const at = deletedAt(workshop, deleteAfterDays);
		if (at === undefined) {
			await app.store.warnWorkshop(workshop.id);
		} else if (at <= app.now()) {
			await deleteWorkshop(app, workshop.id);
			app.log.info({ workshop: workshop.id }, 'a workshop that nobody changed was deleted');
		}
	}
}

/** What people wrote stays, without names. */
async function forgetNames({ store, now }: Parts, days: number): Promise<void> {
	if ((await store.forgetNames(now() - days * day)) > 0) await store.wipeDeleted();
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
