import * as v from 'valibot';
import { ApiError } from '../api-error.ts';
import { defineCommand } from './command.ts';

/** Ends a key for other programs at once. */
export const revokeApiToken = defineCommand({
	type: 'revoke-api-token',
	fields: { tokenId: v.pipe(v.string(), v.maxLength(64)) },
	perform: async ({ app, member }, { tokenId }) => {
		if (!(await app.store.removeApiToken(member.workshopId, tokenId))) {
			throw new ApiError('not-here', 'There is no such key (any more).');
		}
		return { tokenId };
	}
});
