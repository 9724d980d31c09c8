import { takeExpectation } from '#lib/document/session/write-forecast.ts';
import {
	expectationKey,
	statedExpectationSchema
} from '#lib/domain/forecast/stated-expectation.ts';
import { ApiError } from '../api-error.ts';
import { record } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

const { indicatorId, date } = statedExpectationSchema.entries;

/** Takes back what was stated about a figure at a date; what was sealed stays sealed. */
export const removeExpectation = defineCommand({
	type: 'remove-expectation',
	fields: { indicatorId, date },
	perform: async (context, place) => {
		const { expectations } = await sessionNow(context);
		if (!expectations.some((one) => expectationKey(one) === expectationKey(place))) {
			throw new ApiError('not-here', 'Nothing was stated about this figure at this date.');
		}
		await record(context, {
			kind: 'remove-expectation',
			subject: expectationKey(place),
			body: place
		});
		await changeSession(context, (document) => takeExpectation(document, place));
		return {};
	}
});
