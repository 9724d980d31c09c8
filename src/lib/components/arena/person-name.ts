import type { Translate } from '#lib/i18n/translate.ts';
import type { Person } from '#lib/live/presence.svelte.ts';

/** Gives the name somebody chose, or the word for their role. */
export function personName({ name, role }: Pick<Person, 'name' | 'role'>, t: Translate): string {
	return name ?? t(`live.person.${role}`);
}
