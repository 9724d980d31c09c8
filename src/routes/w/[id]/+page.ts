import { redirect } from '@sveltejs/kit';
import type { PageLoad } from './$types';

/** Nothing is drawn here, so the server can answer with the redirect itself. */
export const ssr = true;

/** Leads the bare address of a workshop to its arena. */
export const load: PageLoad = ({ params }) => redirect(307, `/w/${params.id}/arena`);
