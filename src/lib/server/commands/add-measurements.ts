import * as v from 'valibot';
import { putMeasurement } from '#lib/document/session/write-forecast.ts';
import { measurementSchema } from '#lib/domain/forecast/measurement.ts';
import { ApiError } from '../api-error.ts';
import { record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { readBoard } from '../workshops/documents.ts';
import { defineCommand } from './command.ts';

const mostAtOnce = 500;

/**
 * Adds what was measured, all of it or nothing. Another value for the same figure and period corrects
 * the one before; both stay on record.
 */
export const addMeasurements = defineCommand({
	type: 'add-measurements',
	fields: {
		measurements: v.pipe(v.array(measurementSchema), v.minLength(1), v.maxLength(mostAtOnce))
	},
	perform: async (context, { measurements }) => {
		const { app, member } = context;
		const known = await readBoard(app.hub, member.workshopId, ({ indicators }) =>
			indicators.map(({ id }) => id)
		);
		const unknown = measurements.findIndex(({ indicatorId }) => !known.includes(indicatorId));
		if (unknown >= 0) {
			const path = `measurements.${unknown}.indicatorId`;
			throw new ApiError('not-here', 'There is no such indicator here.', { path });
		}
		const { at, by, body } = await record(context, {
			kind: 'add-measurements',
			subject: member.workshopId,
			body: { measurements }
		});
		await changeSession(context, (document) => {
			for (const one of body.measurements) putMeasurement(document, { ...one, at, by });
		});
		return { added: body.measurements.length };
	}
});
