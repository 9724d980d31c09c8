import { addWhatCame } from '#lib/document/session/write-forecast.ts';
import type { ForecastContent } from '#lib/domain/forecast/forecast.ts';
import { sealedDoubts, whatCameSchema } from '#lib/domain/forecast/what-came.ts';
import { ApiError } from '../api-error.ts';
import { record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/**
 * Says what came of a challenge or pre-mortem item of a sealed forecast. Who says it again adds to
 * what was said; nothing of it goes away.
 */
export const sayWhatCame = defineCommand({
	type: 'say-what-came',
	fields: whatCameSchema.entries,
	perform: async (context, said) => {
		const { app, member } = context;
		const forecasts = await app.store.listForecasts(member.workshopId);
		const forecast = forecasts.find(({ number }) => number === said.forecast);
		if (!forecast) {
			throw new ApiError('not-here', 'There is no such forecast.', { path: 'forecast' });
		}
		// Only the program writes this text, and the database lets nobody change it.
		const content = JSON.parse(forecast.text) as ForecastContent;
		const known = sealedDoubts(content).some(
			({ kind, id }) => kind === said.kind && id === said.doubtId
		);
		if (!known) {
			const message = 'This was not asked or feared when the forecast was sealed.';
			throw new ApiError('not-here', message, { path: 'doubtId' });
		}
		const { id, at, by, body } = await record(context, {
			...{ kind: 'say-what-came', subject: said.doubtId, body: said }
		});
		await changeSession(context, (document) => addWhatCame(document, { id, at, by, ...body }));
		return { forecast: said.forecast, doubtId: said.doubtId };
	}
});
