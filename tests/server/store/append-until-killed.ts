import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';

/** Appends to room aaaa/board for ever and prints each number once it is durable. */
const store = openSqliteStore({
	directory: process.argv[2]!,
	now: () => 1000,
	newId: () => 'unused'
});
const update = new Uint8Array(120);
for (;;) {
	const last = await store.append([{ room: 'aaaa/board', memberId: 'm1', update, newClients: [] }]);
	process.stdout.write(`${last.get('aaaa/board')}\n`);
	await new Promise(setImmediate);
}
