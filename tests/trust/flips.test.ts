import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { verifyStore } from '#lib/server/store/backup/verify.ts';
import { DamagedDatabaseError } from '#lib/server/store/errors.ts';
import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';
import type { Store } from '#lib/server/store/store.ts';
import { seeded } from '../server/rooms/support/seeded.ts';

const release = 'tests/fixtures/releases/0.1.0';
const { id } = JSON.parse(readFileSync(join(release, 'told.json'), 'utf8')) as { id: string };
const whole = gunzipSync(readFileSync(join(release, 'tegenwicht.db.gz')));
/** How many times bytes are damaged; `npm run trust` does it fifty times as often. */
const times = 40 * Number(process.env.TRUST_TIMES ?? 1);

const folder = mkdtempSync(join(tmpdir(), 'tegenwicht-flips-'));
afterAll(() => rmSync(folder, { recursive: true }));

const board = `${id}/board`;
type Bytes = Uint8Array | null | undefined;

/** The bytes of documents that a store serves, by what they are; an error where it serves nothing. */
async function served(directory: string): Promise<ReadonlyMap<string, string>> {
	const found = new Map<string, string>();
	const store = opened(directory);
	// Nothing is served of a file that cannot even be opened.
	if (!store) return found;
	const ask = async (name: string, read: () => Promise<readonly Bytes[]>) => {
		found.set(name, await read().then(textOf, () => 'error'));
	};
	try {
		await store.migrate();
		for (const room of [board, `${id}/session`]) {
			await ask(room, async () => {
				const { state, updates } = await store.loadRoom(room);
				return [state, ...updates];
			});
		}
		const versions = await store.listVersions(board).catch(() => []);
		for (const version of versions) {
			await ask(version.id, async () => {
				const found = await store.loadVersion(board, version.id);
				// Damaged where it would be found by its id: the answer is that there is no such version.
				if (!found) throw new Error('not found');
				return [found.state];
			});
		}
	} catch {
		// Of such a file nothing is served at all.
	} finally {
		await store.close().catch(() => undefined);
	}
	return found;
}

function opened(directory: string): Store | undefined {
	try {
		return openSqliteStore({ directory, now: () => 1, newId: () => crypto.randomUUID() });
	} catch (error) {
		if (error instanceof DamagedDatabaseError) return undefined;
		throw error;
	}
}

function textOf(parts: readonly Bytes[]): string {
	return parts.map((part) => (part ? Buffer.from(part).toString('base64') : 'none')).join(' ');
}

function place(file: Buffer): string {
	const directory = mkdtempSync(join(folder, 'data-'));
	writeFileSync(join(directory, 'tegenwicht.db'), file);
	return directory;
}

/** What `verify` says of it. */
function damageIn(directory: string): Promise<readonly string[]> {
	return verifyStore(directory).then(
		({ damage }) => damage,
		(error: unknown) => [String(error)]
	);
}

test('a database with damaged bytes never serves a document that is not as it was written', async () => {
	const draw = seeded(20_261_128);
	const sound = await served(place(whole));
	expect(sound.size).toBeGreaterThan(2);
	const said = { damaged: 0, found: 0, refused: 0 };
	for (let round = 0; round < times; round += 1) {
		const file = Buffer.from(whole);
		const at = draw.below(file.length);
		for (let byte = at; byte < Math.min(file.length, at + 1 + draw.below(64)); byte += 1) {
			file[byte] = (file[byte] ?? 0) ^ (1 + draw.below(255));
		}
		const directory = place(file);
		const damage = await damageIn(directory);
		const now = await served(directory);
		for (const [what, bytes] of now) expect([sound.get(what), 'error']).toContain(bytes);
		said.damaged += 1;
		if (damage.length > 0) said.found += 1;
		if (now.size === 0 || [...now.values()].includes('error')) said.refused += 1;
		rmSync(directory, { recursive: true });
	}
	console.info(
		`Of ${said.damaged} damaged files ${said.found} were found, ${said.refused} refused.`
	);
	// The rest is empty space, times and names, which no hash covers.
	expect(said.found).toBeGreaterThan(times / 2);
}, 600_000);
