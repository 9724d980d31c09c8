import { ApiError } from '#lib/server/api-error.ts';
import { memberEndpoint } from '#lib/server/endpoint.ts';
import { extractOf } from '#lib/server/workshops/extract.ts';

/** Gives everything that is known of one member; `?download` makes it a file. */
export const GET = memberEndpoint(async ({ app, event, member }) => {
	const about = await app.store.findMember(member.workshopId, event.params.member ?? '');
	if (member.role !== 'facilitator' && about?.id !== member.id) {
		throw new ApiError('not-yours', 'Only facilitators may ask about somebody else.');
	}
	if (!about) throw new ApiError('not-here', 'Nobody by that id was in this workshop.');
	const text = JSON.stringify(await extractOf(app, about, member), null, '\t');
	const headers = new Headers({
		'content-type': 'application/json; charset=utf-8',
		'cache-control': 'no-store'
	});
	if (event.url.searchParams.has('download')) {
		headers.set('content-disposition', 'attachment; filename="person.json"');
	}
	return new Response(text, { headers });
});
