import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startServer } from '../server/running-server.ts';
import { FaultProxy } from '../trust/fault-proxy.ts';
import { smallDisk } from '../trust/small-disk.ts';
import { addMeasure, measuresOf, onDevice } from './offline-support.ts';
import { demo, expectSaved, visit } from './support.ts';

test('on a network that swallows everything the screen never says saved, and it does when all is', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const server = await startServer();
	const proxy = await FaultProxy.before(Number(new URL(server.origin).port));
	const host = server.visitor();
	const { id, links } = await host.start(demo);
	const address = `http://127.0.0.1:${proxy.port}`;
	const anna = await visit(browser, address + links.participant, { name: 'Anna' });
	await expectSaved(anna.page);

	proxy.fail('down', { kind: 'black-hole' });
	await addMeasure(anna.page, 'Het antwoord kwam nooit aan');
	const saved = anna.page.getByText('Opgeslagen', { exact: true });
	await expect(saved).toHaveCount(0);
	await expect(anna.page.getByText(onDevice).first()).toBeVisible();
	await addMeasure(anna.page, 'Dit ging nooit weg');
	await expect(saved).toHaveCount(0);
	proxy.heal();
	await expectSaved(anna.page);
	expect(await measuresOf(server, host.cookie, id)).toEqual(
		expect.arrayContaining(['Het antwoord kwam nooit aan', 'Dit ging nooit weg'])
	);
	await anna.close();
	await proxy.close();
	await server.stop();
});

test('on a full disk the screen says that edits are on this device, until there is room', async ({
	browser
}) => {
	test.setTimeout(120_000);
	const disk = smallDisk(260);
	test.skip(!disk, 'Not run: only root can make a small disk here.');
	if (!disk) return;
	// Whatever the other tests run on: only a folder is on this disk.
	const inFolder = { DATABASE_URL: '', LEASE_SECONDS: '' };
	const server = await startServer(inFolder, join(disk.directory, 'data'));
	const host = server.visitor();
	const { id, links } = await host.start(demo);
	const anna = await visit(browser, server.origin + links.participant, { name: 'Anna' });
	await expectSaved(anna.page);

	disk.fill();
	await anna.page.getByRole('button', { name: 'Maatregel toevoegen' }).first().click();
	await anna.page.getByLabel(/^Wat doen we/).fill('Zonder plaats');
	await expect(anna.page.getByText(onDevice).first()).toBeVisible();
	await anna.page.getByRole('button', { name: 'Klaar' }).click();
	disk.clear();
	await expectSaved(anna.page);
	expect(await measuresOf(server, host.cookie, id)).toContain('Zonder plaats');
	await anna.close();
	await server.stop();
	disk.discard();
});
