import { error } from '@sveltejs/kit';
import { whoAmI } from '#lib/live/who-am-i.ts';
import type { PageLoad } from './$types';

/** What is shown here comes by events; the server has nothing to draw. */
export const ssr = false;

export const load: PageLoad = async ({ fetch, params }) => {
	const me = await whoAmI(params.id, fetch);
	if ('status' in me) error(me.status);
	return { workshopId: params.id, memberId: me.memberId };
};
