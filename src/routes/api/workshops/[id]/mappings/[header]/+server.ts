import { mappingSchema } from '#lib/importers/mapping.ts';
import { ApiError } from '#lib/server/api-error.ts';
import { memberEndpoint } from '#lib/server/endpoint.ts';
import { readBody } from '#lib/server/request-body.ts';

/** How files with this header are read in this workspace; null when nobody said so. */
export const GET = memberEndpoint(async ({ app, event, member }) => ({
	mapping: (await app.store.mappingFor(member.workshopId, headerOf(event.params))) ?? null
}));

/** Remembers for the whole workspace how files with this header are read. */
export const PUT = memberEndpoint(async ({ app, event, member }) => {
	const mapping = await readBody(event.request, mappingSchema);
	await app.store.keepMapping(member.workshopId, headerOf(event.params), mapping);
	return { kept: true };
});

/** @throws {ApiError} 400 when the address does not end in the signature of a header */
function headerOf({ header = '' }: { header?: string }): string {
	if (!/^[0-9a-f]{64}$/.test(header)) {
		throw new ApiError('malformed', 'A header is meant by its SHA-256, 64 hexadecimal digits.', {
			path: 'header'
		});
	}
	return header;
}
