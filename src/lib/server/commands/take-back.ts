import * as v from 'valibot';
import { ApiError } from '../api-error.ts';
import { takeBackWork } from '../workshops/taking-back.ts';
import { defineCommand } from './command.ts';

/** Takes back what somebody wrote on the board since a moment; also of somebody who was removed. */
export const takeBack = defineCommand({
	type: 'take-back',
	fields: {
		memberId: v.pipe(v.string(), v.maxLength(64)),
		since: v.pipe(v.string(), v.isoTimestamp())
	},
	perform: async ({ app, member }, { memberId, since }) => {
		const { workshopId } = member;
		if (!(await app.store.findMember(workshopId, memberId))) {
			throw new ApiError('not-here', 'Nobody by that id was in this workshop.', {
				path: 'memberId'
			});
		}
		return takeBackWork(app, { workshopId, memberId, since: Date.parse(since) }, member);
	}
});
