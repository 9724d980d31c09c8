import { type APIRequestContext, type Page, expect } from '@playwright/test';
import { giveFigures } from './figures.ts';
import { demo, startWorkshop } from './support.ts';

/** Every screen of a workshop, and that of an empty one where it says something else. */
const screens = [
	'arena',
	'area?area=BU05990110',
	'focus',
	'critic',
	'critic#edit.workshop.x.scenarios',
	'matrix',
	'scenarios',
	'result',
	'forecast',
	'forecast/compare',
	'monitor',
	'challenges',
	'premortem',
	'experiments',
	'report',
	'agreements',
	'exports',
	'settings'
];
const emptyScreens = [
	...['arena', 'area', 'critic', 'scenarios', 'result', 'challenges'],
	...['report', 'agreements', 'exports']
];
const sessionScreens = ['host', 'estimate', 'phone', 'screen'];

/** Keeps a version, and asks for its id and that of the one who asks. */
async function keepAndAsk(request: APIRequestContext, id: string) {
	const path = `/api/workshops/${id}`;
	const command = { id: 'keep', type: 'keep-version', name: 'Voor de pauze' };
	await request.post(`${path}/commands`, { data: command });
	const { versions } = await (await request.get(`${path}/versions`)).json();
	const { member } = await (await request.get(path)).json();
	return { versionId: versions[0].id, memberId: member.id };
}

/** Starts the example and an empty workshop, and gives the addresses of all screens there are. */
export async function everyScreen(request: APIRequestContext): Promise<string[]> {
	const started = await startWorkshop(request, demo);
	await giveFigures(request, started.id);
	const empty = await startWorkshop(request, { title: 'Leeg' });
	const { versionId, memberId } = await keepAndAsk(request, started.id);
	return [
		'/',
		'/library',
		'/library/roles',
		'/library/tour?step=7',
		started.links.participant,
		started.links.workspace,
		'/workspace/record',
		`/w/${started.id}/versions/${versionId}`,
		`/w/${started.id}/people/${memberId}`,
		...screens.map((screen) => `/w/${started.id}/${screen}`),
		...emptyScreens.map((screen) => `/w/${empty.id}/${screen}`)
	];
}

/** Addresses of the screens that are only there while a session runs, in that workshop. */
export function sessionScreensOf(id: string): string[] {
	return sessionScreens.map((screen) => `/w/${id}/${screen}`);
}

/** Opens a screen and waits until its own contents are there. */
export async function open(page: Page, path: string): Promise<void> {
	await page.goto(path);
	await expect(page.getByRole('heading').first()).toBeVisible();
	await page.waitForLoadState('networkidle');
}
