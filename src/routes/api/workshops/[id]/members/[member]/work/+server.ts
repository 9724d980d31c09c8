import { ApiError } from '#lib/server/api-error.ts';
import { memberEndpoint } from '#lib/server/endpoint.ts';
import { previewTakingBack } from '#lib/server/workshops/taking-back.ts';

/** Shows what taking back somebody's work since a moment (`?since=`, ISO) would change. */
export const GET = memberEndpoint(async ({ app, event, member: { workshopId } }) => {
	const memberId = event.params.member ?? '';
	const since = Date.parse(event.url.searchParams.get('since') ?? '');
	if (Number.isNaN(since)) {
		throw new ApiError('malformed', 'Give the moment from which on, as ?since=.', {
			path: 'since'
		});
	}
	if (!(await app.store.findMember(workshopId, memberId))) {
		throw new ApiError('not-here', 'Nobody by that id was in this workshop.');
	}
	return previewTakingBack(app, { workshopId, memberId, since });
});
