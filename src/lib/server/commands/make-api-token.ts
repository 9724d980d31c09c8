import * as v from 'valibot';
import { hashToken, newToken } from '../access/tokens.ts';
import { ApiError } from '../api-error.ts';
import { defineCommand } from './command.ts';

/** More keys than these for one workshop are a mistake. */
const mostTokens = 20;

/** Makes a key with which another program reads this workshop; it is told once and never again. */
export const makeApiToken = defineCommand({
	type: 'make-api-token',
	fields: { label: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)) },
	answerIsSecret: true,
	perform: async ({ app, member }, { label }) => {
		const { workshopId } = member;
		const known = await app.store.listApiTokens(workshopId);
		if (known.length >= mostTokens) {
			throw new ApiError('not-now', `There are ${mostTokens} keys already: end one first.`);
		}
		const [tokenId, token] = [app.newId(), newToken()];
		await app.store.addApiToken({
			...{ id: tokenId, workshopId, label },
			...{ tokenHash: hashToken(token), createdAt: app.now() }
		});
		return { tokenId, token };
	}
});
