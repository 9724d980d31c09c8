import type { SessionView } from '#lib/document/session/view.ts';

/** Counts who takes part and has no screen of the workshop open now; 0 where that is not told. */
export function countAway({ members }: Pick<SessionView, 'members'>): number {
	return members.filter(({ role, connected }) => role !== 'observer' && connected === false).length;
}
