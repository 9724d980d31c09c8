import type { PageLoad } from './$types';

/** The version that the address names. */
export const load: PageLoad = ({ params }) => ({ versionId: params.version });
