import { isThemeChoice } from '#lib/components/ui/theme.svelte.ts';
import type { LayoutServerLoad } from './$types';

/** Tells the browser in which language and colours the page was made. */
export const load: LayoutServerLoad = ({ locals, cookies }) => {
	const theme = cookies.get('theme');
	return {
		language: locals.language,
		theme: isThemeChoice(theme) ? theme : ('auto' as const)
	};
};
