import { type Page, expect, test } from '@playwright/test';
import { createEngine, lastOf } from '#lib/domain/valuation/engine.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { FileSender } from '#lib/live/valuation/file-change.ts';
import { settledReplicates, type Answer, type Question } from '#lib/live/valuation/messages.ts';
import { demo, startWorkshop } from './support.ts';

async function open(page: Page): Promise<{ id: string; file: WorkshopFile }> {
	const { id } = await startWorkshop(page.request, demo);
	await page.goto(`/w/${id}/scenarios`);
	const quick = page.getByText('Uitgerekend met 4.096 trekkingen.');
	await expect(quick).toBeVisible({ timeout: 30_000 });
	return { id, file: await (await page.request.get(`/api/workshops/${id}/file`)).json() };
}

type Conversation = {
	readonly questions: readonly Question[];
	/** What is asked as soon as the first replicate is told. */
	readonly interrupt?: Question;
	readonly until: Answer['told'];
};

/** Talks to a Worker of the built application and gives what it told, as text. */
function talk(page: Page, conversation: Conversation): Promise<string[]> {
	const [worker] = page.workers();
	return page.evaluate(
		({ address, questions, interrupt, until }) =>
			new Promise<string[]>((done) => {
				const own = new Worker(address, { type: 'module' });
				const told: string[] = [];
				own.onmessage = ({ data }: MessageEvent<Answer>) => {
					told.push(JSON.stringify(data));
					const [, ...rest] = told.filter((one) => one.startsWith('{"told":"progress"'));
					const ended = data.told === until && (!interrupt || told.length > questions.length);
					if (data.told === 'progress' && interrupt && rest.length === 0)
						own.postMessage(interrupt);
					else if (ended) {
						own.terminate();
						done(told);
					}
				};
				for (const question of questions) own.postMessage(question);
			}),
		{ address: worker?.url() ?? '', interrupt: undefined, ...conversation }
	);
}

function value(file: WorkshopFile): Question {
	const scenarioIds = file.scenarios.map(({ id }) => id);
	return {
		...{ ask: 'value', change: new FileSender().changeTo(file), scenarioIds },
		...{ detailsOf: null, withTornado: false, probabilityMode: 'expected' }
	};
}

test('the page works out its numbers in a Worker, and settles them when asked', async ({
	page
}) => {
	await open(page);
	expect(page.workers()).toHaveLength(1);
	const amounts = page.getByRole('table', { name: /^Verschil met/ }).getByRole('cell');
	const before = await amounts.count();
	await page.getByRole('button', { name: 'Reken preciezer' }).click();
	const settled = page.getByText('Uitgerekend met 65.536 trekkingen.');
	await expect(settled).toBeVisible({ timeout: 30_000 });
	await expect(page.getByRole('button', { name: 'Reken preciezer' })).toHaveCount(0);
	expect(await amounts.count()).toBe(before);
});

test('the Worker of the browser gives the bytes of the server, quick and settled', async ({
	page
}) => {
	const { file } = await open(page);
	const told = await talk(page, { questions: [value(file), { ask: 'settle' }], until: 'settled' });
	const scenarioIds = file.scenarios.map(({ id }) => id);
	const quick = createEngine({ replicates: 1 }).evaluate(file, { scenarioIds });
	const engine = createEngine({ replicates: settledReplicates });
	const settled = lastOf(engine.settle(file, { scenarioIds }));
	expect(told).toHaveLength(settledReplicates + 2);
	expect(told[0]).toBe(JSON.stringify({ told: 'valued', evaluation: quick, tornado: [] }));
	expect(told.at(-1)).toBe(JSON.stringify({ told: 'settled', evaluation: settled }));
});

test('settling stops as soon as somebody changes something', async ({ page }) => {
	const { file } = await open(page);
	const changed = { ...file, effects: file.effects.slice(1) };
	const told = await talk(page, {
		questions: [value(file), { ask: 'settle' }],
		interrupt: value(changed),
		until: 'valued'
	});
	const kinds = told.map((one) => (JSON.parse(one) as Answer).told);
	expect(kinds.at(-1)).toBe('valued');
	expect(kinds.filter((one) => one === 'progress').length).toBeLessThan(settledReplicates);
	expect(kinds).not.toContain('settled');
});
