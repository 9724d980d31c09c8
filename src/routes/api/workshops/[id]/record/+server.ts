import { memberEndpoint } from '#lib/server/endpoint.ts';
import { trackRecord } from '#lib/server/forecasts/track-record.ts';
import { UnknownWorkshopError } from '#lib/server/store/errors.ts';

/** How well earlier expectations of this organisation's workshops came true; never by person. */
export const GET = memberEndpoint(async ({ app, member }) => {
	const workshop = await app.store.findWorkshop(member.workshopId);
	if (!workshop) throw new UnknownWorkshopError(member.workshopId);
	const today = new Date(app.now()).toISOString().slice(0, 10);
	return trackRecord(app, workshop.workspaceId, today);
});
