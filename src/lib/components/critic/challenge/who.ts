import type { Translate } from '#lib/i18n/translate.ts';
import type { BoardContent } from '#lib/document/content.ts';
import type { Doer } from '#lib/document/session/deed.ts';

/** Says who did something without a name: their role, the party they sat there for, or "u". */
export function whoText(
	by: Doer | null,
	{ parties }: Pick<BoardContent, 'parties'>,
	{ t, meId }: { readonly t: Translate; readonly meId: string }
): string {
	if (!by) return t('challenge.who.file');
	if (by.memberId === meId) return t('challenge.who.you');
	const role = t(`live.person.${by.role}`);
	const party = parties.find(({ id }) => id === by.partyId)?.name;
	return party ? t('challenge.who.for', { role, party }) : role;
}
