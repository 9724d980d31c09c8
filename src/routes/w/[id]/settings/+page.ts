import { error } from '@sveltejs/kit';
import type { WorkshopView } from '#lib/components/settings/access.svelte.ts';
import type { PageLoad } from './$types';

/** Asks who this is and, for a facilitator, how people come in. */
export const load: PageLoad = async ({ fetch, params }) => {
	const response = await fetch(`/api/workshops/${params.id}`);
	if (!response.ok) error(response.status);
	const view: WorkshopView = await response.json();
	return { view };
};
