import { browser } from '$app/environment';
import { isLanguage } from '#lib/i18n/languages.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { loadPhoneMessages } from '#lib/i18n/phone-messages.ts';
import type { LayoutLoad } from './$types';

const phone = '/w/[id]/phone';

// The page says its language already, so its texts come while the server is asked for the rest.
if (browser) {
	const load = location.pathname.endsWith('/phone') ? loadPhoneMessages : loadMessages;
	const { lang } = document.documentElement;
	if (isLanguage(lang)) load(lang).catch(() => undefined);
}

/**
 * Fetches the texts of the visitor's language before anything is drawn. Which page comes first decides
 * how many: from the phone's page, every other page is opened anew.
 */
export const load: LayoutLoad = async ({ data, route, untrack }) => {
	const load = untrack(() => route.id) === phone ? loadPhoneMessages : loadMessages;
	return { ...data, messages: await load(data.language) };
};
