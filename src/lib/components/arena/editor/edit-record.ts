import type { Patch } from '#lib/document/draft.ts';
import type { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';

/** Makes the verb that changes fields of one effect. */
export function effectEditor(session: WorkshopSession, id: () => string) {
	return (patch: Patch<'effect'>): void => {
		session.change((board) => board.change('effect', id(), patch));
	};
}

/** Makes the verb that changes fields of one measure. */
export function measureEditor(session: WorkshopSession, id: () => string) {
	return (patch: Patch<'measure'>): void => {
		session.change((board) => board.change('measure', id(), patch));
	};
}

/** The value of a choice that stands for "none". */
export const none = '';

/** Gives what is stored for a choice: null for none. */
export function orNull<Value extends string>(value: Value | typeof none): Value | null {
	return value === none ? null : value;
}
