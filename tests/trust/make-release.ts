import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { molenwijk, seatTable } from '../server/commands/table.ts';
import { addMeasure } from '../server/rooms/support/measures.ts';
import { RawClient } from '../server/rooms/support/raw-client.ts';
import { startServer } from '../server/running-server.ts';

/**
 * Keeps what this version of the program writes, for every later version to open: its database, what a
 * device has that was not sent yet, and a workshop file. `npm run make-release-fixture`, once per
 * version, on the day that it is released; never again for a version that is out.
 */
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const folder = join('tests/fixtures/releases', version);
const server = await startServer();
const { id, facilitator, participant } = await seatTable(server, molenwijk);
const [scenario] = molenwijk.scenarios;
const [measure] = molenwijk.measures;

async function give(type: string, fields: object): Promise<void> {
	const { status, text } = await facilitator.command(id, { type, ...fields });
	if (status !== 200) throw new Error(`${type}: ${status} ${text}`);
}

await participant.command(id, { type: 'set-profile', name: 'Wilhelmina' });
await give('keep-version', { name: 'Voor de pauze' });
await give('raise-challenge', {
	target: { kind: 'measure', id: measure.id, field: null },
	...{ text: 'Is dit ooit gemeten?', severity: 2 }
});
await give('seal-forecast', { scenarioId: scenario.id, reason: 'De wethouder wil beginnen.' });

const place = { syncAddress: `${server.origin.replace('http', 'ws')}/sync/${id}` };
const headers = { Cookie: facilitator.cookie ?? '', Origin: server.origin };
const client = await RawClient.synced(place, { headers });
client.write((doc) => addMeasure(doc, 'not-sent', 'Nog niet verstuurd'));
const onDevice = client.everything();
await client.leave();

const { text: file } = await facilitator.get(`/api/workshops/${id}/file`);
const { json: session } = await facilitator.get(`/api/workshops/${id}/session`);
await server.stop({ keep: true });

const path = join(server.directory, 'tegenwicht.db');
const database = new DatabaseSync(path);
database.exec('PRAGMA journal_mode = DELETE; VACUUM');
database.close();

mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'tegenwicht.db.gz'), gzipSync(readFileSync(path), { level: 9 }));
writeFileSync(join(folder, 'device.bin'), onDevice);
writeFileSync(join(folder, 'workshop.json'), file);
const told = { id, cookie: facilitator.cookie, challenges: session.challenges };
writeFileSync(join(folder, 'told.json'), `${JSON.stringify(told, undefined, '\t')}\n`);
await server.stop();
console.log(`Version ${version} is kept in ${folder}.`);
