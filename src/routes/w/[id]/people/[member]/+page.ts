import type { PageLoad } from './$types';

/** The member that the address names. */
export const load: PageLoad = ({ params }) => ({ memberId: params.member });
