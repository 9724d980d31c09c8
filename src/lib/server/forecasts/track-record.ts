import { readSession } from '#lib/document/session/session.ts';
import { calibrate, type Calibration } from '#lib/domain/forecast/calibration.ts';
import type { Expectation } from '#lib/domain/forecast/expectation.ts';
import type { ForecastContent } from '#lib/domain/forecast/forecast.ts';
import { resolveExpectations } from '#lib/domain/forecast/resolve.ts';
import type { App } from '../app.ts';

/**
 * How well the expectations of all workshops of a workspace came true: the group's own record, never
 * a person's. An expectation that was sealed again counts as it was sealed last.
 *
 * @param today as "2028-10-01": a date that has not passed has no outcome
 */
export async function trackRecord(
	app: Pick<App, 'store' | 'hub'>,
	workspaceId: string,
	today: string
): Promise<Calibration> {
	const workshops = await app.store.workshopsOfWorkspace(workspaceId);
	const all: Expectation[] = [];
	for (const { id } of workshops) all.push(...(await expectationsOf(app, id, today)));
	return calibrate(all);
}

async function expectationsOf(
	{ store, hub }: Pick<App, 'store' | 'hub'>,
	workshopId: string,
	today: string
): Promise<Expectation[]> {
	const forecasts = await store.listForecasts(workshopId);
	if (forecasts.length === 0) return [];
	const { measurements } = await hub.read(workshopId, 'session', readSession);
	const last = new Map<string, Expectation>();
	for (const { text } of forecasts) {
		// Only the program writes this text, and the database lets nobody change it.
		const content = JSON.parse(text) as ForecastContent;
		for (const expectation of resolveExpectations(content, measurements, today)) {
			last.set(expectation.id, expectation);
		}
	}
	return [...last.values()];
}
