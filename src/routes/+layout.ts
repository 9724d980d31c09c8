import { loadMessages } from '#lib/i18n/messages.ts';
import type { LayoutLoad } from './$types';

/** Fetches the texts of the visitor's language before anything is drawn. */
export const load: LayoutLoad = async ({ data }) => ({
	...data,
	messages: await loadMessages(data.language)
});
