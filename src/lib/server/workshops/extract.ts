import type { App } from '../app.ts';
import type { MemberRow } from '../store/store.ts';

/**
 * Everything that is known of one member, for themselves or for the facilitator who answers them. What
 * nobody may see yet goes to themselves alone.
 */
export async function extractOf(
	{ store, now }: Pick<App, 'store' | 'now'>,
	about: MemberRow,
	asking: Pick<MemberRow, 'id'>
) {
	const { workshopId, id, role, name, partyId, joinedAt, removed } = about;
	const data = await store.personalData(workshopId, id);
	const writers = await store.listWriters(`${workshopId}/board`);
	const versions = await store.listVersions(`${workshopId}/board`);
	const wrote = writers.find(({ memberId }) => memberId === id);
	return {
		format: 'tegenwicht/person',
		version: 1,
		madeAt: moment(now()),
		member: { id, workshopId, role, name, partyId, removed, joinedAt: moment(joinedAt) },
		devices: data.devices,
		board: wrote ? { changes: wrote.updates, lastAt: moment(wrote.lastAt) } : null,
		versions: versions
			.filter(({ memberId }) => memberId === id)
			.map(({ label, name: called, at }) => ({ label, name: called, at: moment(at) })),
		said: data.deeds.map(({ kind, subject, at, body }) => ({
			...{ kind, subject, at: moment(at) },
			body: JSON.parse(body) as unknown
		})),
		namedRounds: data.namedRounds,
		unrevealed:
			asking.id === id
				? data.unrevealed.map(({ kind, subject, answer }) => ({
						...{ kind, subject },
						// A card is what they typed, an estimate or vote what the database keeps of it.
						answer: kind === 'card' ? answer : (JSON.parse(answer) as unknown)
					}))
				: null
	};
}

function moment(milliseconds: number): string {
	return new Date(milliseconds).toISOString();
}
