import { memberEndpoint } from '#lib/server/endpoint.ts';
import { peopleOf } from '#lib/server/workshops/people.ts';

/** Lists who is or was in the workshop, and when they last wrote on the board. */
export const GET = memberEndpoint(async ({ app, member }) => ({
	people: await peopleOf(app, member.workshopId)
}));
