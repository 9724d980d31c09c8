import { memberEndpoint } from '#lib/server/endpoint.ts';
import { trackRecord } from '#lib/server/forecasts/track-record.ts';

/** How well earlier expectations of this organisation's workshops came true; never by person. */
export const GET = memberEndpoint(({ app, member }) => trackRecord(app, member.workshopId));
