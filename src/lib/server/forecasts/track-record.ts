import { readSession } from '#lib/document/session/session.ts';
import { calibrate, type Calibration } from '#lib/domain/forecast/calibration.ts';
import type { Expectation } from '#lib/domain/forecast/expectation.ts';
import type { ForecastContent } from '#lib/domain/forecast/forecast.ts';
import { resolveExpectations } from '#lib/domain/forecast/resolve.ts';
import type { App } from '../app.ts';
import { UnknownWorkshopError } from '../store/errors.ts';

type Needed = Pick<App, 'store' | 'hub' | 'now'>;

/**
 * How well the expectations of a workshop and all others of its workspace came true.
 *
 * @throws {UnknownWorkshopError} when there is no such workshop
 */
export async function trackRecord(app: Needed, workshopId: string): Promise<Calibration> {
	const workshop = await app.store.findWorkshop(workshopId);
	if (!workshop) throw new UnknownWorkshopError(workshopId);
	return recordOfWorkspace(app, workshop.workspaceId);
}

/**
 * How well the expectations of all workshops of a workspace came true: the group's own record, never a
 * person's. An expectation that was sealed again counts as it was sealed last; one whose date has not
 * passed has no outcome.
 */
export async function recordOfWorkspace(app: Needed, workspaceId: string): Promise<Calibration> {
	const workshops = await app.store.workshopsOfWorkspace(workspaceId);
	const today = new Date(app.now()).toISOString().slice(0, 10);
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
