import type { MemberRow } from '#lib/server/store/store.ts';
import { Table } from './table.ts';

/**
 * Gives a command in a process that is killed at the worst moment: what was asked is done and shown,
 * and that it was done is not written down yet; or, before it is `shown`, on record and not shown yet.
 * The argument is JSON.
 */
const { place, member, command, before } = JSON.parse(process.argv[2] ?? '{}') as {
	place: { directory: string; workshopId: string };
	member: MemberRow;
	command: Parameters<Table['give']>[1];
	before?: 'shown' | 'answered';
};
const table = await Table.again(place);
const die = () => process.kill(process.pid, 'SIGKILL');
if (before === 'shown') Object.assign(table.app.hub, { change: die });
else Object.assign(table.app.store, { recordCommand: die });
await table.give(member, command);
