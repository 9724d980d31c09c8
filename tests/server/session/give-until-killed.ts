import type { MemberRow } from '#lib/server/store/store.ts';
import { Table } from './table.ts';

/**
 * Gives a command in a process that is killed at the worst moment: what was asked is done and shown,
 * and that it was done is not written down yet. The argument is JSON.
 */
const { place, member, command } = JSON.parse(process.argv[2] ?? '{}') as {
	place: { directory: string; workshopId: string };
	member: MemberRow;
	command: Parameters<Table['give']>[1];
};
const table = await Table.again(place);
Object.assign(table.app.store, {
	recordCommand: () => process.kill(process.pid, 'SIGKILL')
});
await table.give(member, command);
