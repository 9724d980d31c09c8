import { error } from '@sveltejs/kit';
import type { Me } from '#lib/live/workshop-session.svelte.ts';
import type { LayoutLoad } from './$types';

/** A workshop is made in the browser: the server has nothing to draw that isn't in the shared board. */
export const ssr = false;

type Answer = {
	readonly title: string;
	readonly epoch: number;
	readonly member: Me;
	readonly deletedAt: string | null;
};

/** Asks who this device is in the workshop. */
export const load: LayoutLoad = async ({ fetch, params }) => {
	const response = await fetch(`/api/workshops/${params.id}`);
	if (!response.ok) error(response.status);
	const { title, epoch, member, deletedAt }: Answer = await response.json();
	return { workshopId: params.id, title, epoch, me: member, deletedAt };
};
