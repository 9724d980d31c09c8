import { putExpectation } from '#lib/document/session/write-forecast.ts';
import {
	expectationKey,
	statedExpectationSchema
} from '#lib/domain/forecast/stated-expectation.ts';
import { record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { checkTarget } from '../deliberation/target.ts';
import { defineCommand } from './command.ts';

/** States what the group expects of a figure at a date to look back, instead of what it stated before. */
export const setExpectation = defineCommand({
	type: 'set-expectation',
	fields: statedExpectationSchema.entries,
	perform: async (context, expectation) => {
		const target = { kind: 'indicator', id: expectation.indicatorId, field: null } as const;
		await checkTarget(context, target);
		const { at, by, body } = await record(context, {
			kind: 'set-expectation',
			subject: expectationKey(expectation),
			body: expectation
		});
		await changeSession(context, (document) => putExpectation(document, { ...body, at, by }));
		return {};
	}
});
