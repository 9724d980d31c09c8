import { type Locator, type Page, expect, test } from '@playwright/test';
import { demo, expectSaved, startWorkshop, visit } from './support.ts';

/** Opens who pays and who receives, for a scenario of the example. */
async function openMatrix(page: Page, scenario: string): Promise<Locator> {
	const { id } = await startWorkshop(page.request, demo);
	await page.goto(`/w/${id}/matrix`);
	await page.getByLabel('Scenario', { exact: true }).selectOption({ label: scenario });
	const table = page.getByRole('table').first();
	await expect(table.locator('caption')).toContainText(`${scenario}:`);
	return table;
}

/** Finds the row whose name starts with this. */
const row = (table: Locator, name: string) =>
	table
		.getByRole('row')
		.filter({ has: table.page().getByRole('rowheader', { name: new RegExp(`^${name}`) }) });

/** Gives the exact euros behind the amounts of a row, column by column; undefined where it has none. */
async function eurosOf(table: Locator, name: string): Promise<(number | undefined)[]> {
	const cells = await row(table, name).getByRole('cell').all();
	return Promise.all(
		cells.slice(0, 3).map(async (cell) => {
			const amount = cell.locator('data');
			return (await amount.count()) > 0 ? Number(await amount.getAttribute('value')) : undefined;
		})
	);
}

const purses = [
	'Woonstichting De Wieken',
	'Gemeente Waterhoven',
	'Politie, basisteam Waterhoven',
	'Begeleidingsorganisatie De Linde',
	'Welzijn Waterhoven',
	'Zorgverzekeraar'
];
const people = ['Huurders in de Molenwijk', 'Andere bewoners', 'Woningzoekenden'];

for (const scenario of ['Stenen eerst', 'Mensen eerst', 'Samen en klein beginnen']) {
	test(`what parties pay and receive adds up to the total to the cent: ${scenario}`, async ({
		page
	}) => {
		const table = await openMatrix(page, scenario);
		const add = async (names: readonly string[]) => {
			const rows = await Promise.all(names.map((name) => eurosOf(table, name)));
			return [0, 1, 2].map((column) => rows.reduce((sum, euros) => sum + (euros[column] ?? 0), 0));
		};
		const [kassen, mensen] = [await add(purses), await add(people)];
		const rest = await eurosOf(table, 'Niet toebedeeld');
		const total = await eurosOf(table, 'Kassen, mensen en niet toebedeeld samen');
		for (const column of [0, 1, 2]) {
			const sum = kassen[column]! + mensen[column]! + (rest[column] ?? 0);
			expect(sum).toBeCloseTo(total[column] ?? NaN, 2);
		}
		expect(total[2]).toBeCloseTo((total[1] ?? NaN) - (total[0] ?? NaN), 2);
		for (const [group, sums] of [
			['Kassen', kassen],
			['Mensen', mensen]
		] as const) {
			const shown = await eurosOf(table, `${group}$`);
			for (const [column, euros] of shown.entries())
				if (euros !== undefined) expect(euros).toBeCloseTo(sums[column]!, 2);
		}
	});
}

test('purses and people stand apart, each with their own sum, and what reaches nobody has a row', async ({
	page
}) => {
	const table = await openMatrix(page, 'Mensen eerst');
	const names = (await table.getByRole('rowheader').allTextContents()).map((text) => text.trim());
	const [kassen, mensen, rest] = ['Kassen', 'Mensen', 'Niet toebedeeld'].map((name) =>
		names.indexOf(name)
	);
	for (const name of purses) {
		const place = names.findIndex((text) => text.startsWith(name));
		expect(place > kassen! && place < mensen!, `${name} is a purse`).toBe(true);
	}
	for (const name of people) {
		const place = names.findIndex((text) => text.startsWith(name));
		expect(place > mensen! && place < rest!, `${name} are people`).toBe(true);
	}
	await expect(row(table, 'Niet toebedeeld')).toContainText(/€\s4\.500/);
	await expect(row(table, 'Politie, basisteam Waterhoven')).toContainText('1 niet in euro’s');
	await expect(
		page.getByRole('heading', { name: 'Niet in euro’s: dit zit in geen som' })
	).toBeVisible();
	await expect(page.getByText('Minder eenzaamheid bij ouderen')).toBeVisible();
});

test('the wrong pocket: agreements between purses that leave no paying purse worse off, as far as that goes', async ({
	page
}) => {
	await openMatrix(page, 'Mensen eerst');
	const pocket = page.getByRole('complementary', { name: /2 afspraken helpen/ });
	await expect(pocket.getByRole('listitem')).toHaveText([
		/Zorgverzekeraar\s*€\s180\.000\s*naar Gemeente Waterhoven/,
		/Politie, basisteam Waterhoven\s*€\s150\.000\s*naar Gemeente Waterhoven/
	]);
	await expect(pocket.getByRole('heading')).toContainText(/missen dan gemiddeld nog €\s2,0\smln/);
	await expect(pocket).toContainText('in euro’s van 2026');
});

test('flows say in words and numbers what they draw, and follow what somebody else changes', async ({
	page,
	browser
}) => {
	test.setTimeout(90_000);
	const { id, links } = await startWorkshop(page.request, demo);
	const other = await visit(browser, links.participant, { name: 'Anna' });
	await other.page.goto(`/w/${id}/matrix`);
	await other.page.getByLabel('Scenario', { exact: true }).selectOption({ label: 'Mensen eerst' });
	const flows = other.page.getByRole('region', { name: /cent bij mensen terecht/ });
	await expect(flows.getByRole('heading', { level: 2 })).toHaveText(
		'Van elke euro aan baten komt 81 cent bij mensen terecht.'
	);
	await flows.getByText('Toon de cijfers').click();
	const police = flows.getByRole('row', { name: /^Politie, basisteam Waterhoven betaalt/ });
	await expect(police).toContainText('geen bedrag');

	await page.goto(`/w/${id}/arena`);
	await expectSaved(page);
	// The menu of a card is there while the card has the pointer or the focus.
	await page.getByRole('button', { name: 'Extra toezicht in de avond', exact: true }).focus();
	await page.getByRole('button', { name: 'Meer voor Extra toezicht in de avond' }).click();
	await page.getByRole('menuitem', { name: 'Verwijder' }).click();
	await expectSaved(page);
	await expect(police).toHaveCount(0);
	await other.close();
});
