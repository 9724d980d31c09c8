import type { Role } from '#lib/domain/role.ts';
import type { LinkRow, MemberRow, Store, WorkshopRow } from '../store/store.ts';
import { Turns } from '../turns.ts';
import { isIn } from './admission.ts';
import { memberColours } from './member.ts';
import { hashToken, readCode, shardOfCode } from './tokens.ts';

/** What somebody shows to come in: the secret of a link, or a spoken code. */
export type Key = { readonly token: string } | { readonly code: string };

/** Where a key leads to. */
export type Entry = {
	readonly workshop: WorkshopRow;
	readonly role: Role;
	readonly linkId: string | null;
	readonly linkMadeAt: number;
};

/** Which shard of codes a key tries, for counting attempts; undefined for a link. */
export function shardTried(key: Key): string | undefined {
	const code = 'code' in key ? readCode(key.code) : undefined;
	return code && shardOfCode(code);
}

/**
 * Finds what a link or a code opens now.
 *
 * @returns undefined for a key that is unknown, replaced, revoked or expired, and for a code while the
 *   lobby is closed: whoever asks hears no difference
 */
export async function findEntry(store: Store, key: Key, now: number): Promise<Entry | undefined> {
	return 'token' in key ? entryOfLink(store, key.token, now) : entryOfCode(store, key.code, now);
}

async function entryOfLink(store: Store, token: string, now: number): Promise<Entry | undefined> {
	const link = await store.findLink(hashToken(token));
	if (link?.state !== 'active' || link.expiresAt <= now) return undefined;
	const workshop = await store.findWorkshop(link.workshopId);
	return workshop && entryBy(link, workshop);
}

async function entryOfCode(store: Store, text: string, now: number): Promise<Entry | undefined> {
	const code = readCode(text);
	const workshop = code && (await store.findWorkshopByCode(code));
	if (!workshop || !workshop.lobbyOpen) return undefined;
	const links = await store.activeLinks(workshop.id);
	const link = links.find(({ role, expiresAt }) => role === 'participant' && expiresAt > now);
	return link && entryBy(link, workshop);
}

function entryBy({ id, role, createdAt }: LinkRow, workshop: WorkshopRow): Entry {
	return { workshop, role, linkId: id, linkMadeAt: createdAt };
}

/**
 * Holds an entry against what a facilitator decided about this device's member: a link that was there
 * at that moment brings nobody back who was removed, and gives nobody another role than was set.
 *
 * @returns undefined for who stays out
 */
export async function heldToDecision(
	store: Store,
	entry: Entry,
	device: Uint8Array | undefined
): Promise<Entry | undefined> {
	const member = device && (await store.memberOfDevice(device, entry.workshop.id));
	if (member?.decidedAt === undefined || entry.linkMadeAt > member.decidedAt) return entry;
	if (!member.removed && member.role === entry.role) return entry;
	// By their own link, so that revoking the link of the role they were given puts them out.
	return isIn(member) ? { ...entry, role: member.role, linkId: member.linkId } : undefined;
}

/** Who comes in, and on which device. */
export type Newcomer = {
	readonly device: Uint8Array;
	/** Undefined leaves what is known from an earlier time. */
	readonly name?: string | null;
	readonly partyId?: string | null;
};

/** The place somebody takes; a link id of null is for who owns the workshop. */
export type Seat = {
	readonly workshopId: string;
	readonly role: Role;
	readonly linkId: string | null;
};

type Surroundings = {
	readonly store: Store;
	readonly now: () => number;
	readonly newId: () => string;
};

/** Two taps on one link are one newcomer, and who comes in at the same moment gets another colour. */
const turns = new Turns();

/**
 * Makes somebody a member, or lets the device be the member it was when the role is the same.
 *
 * Another role on the same device makes a new member: what a participant wrote is never a critic's.
 */
export function takeSeat(
	surroundings: Surroundings,
	seat: Seat,
	newcomer: Newcomer
): Promise<MemberRow> {
	return turns.take(seat.workshopId, () => sitDown(surroundings, seat, newcomer));
}

async function sitDown(
	{ store, now, newId }: Surroundings,
	seat: Seat,
	newcomer: Newcomer
): Promise<MemberRow> {
	const earlier = await store.memberOfDevice(newcomer.device, seat.workshopId);
	if (earlier && !earlier.removed && earlier.role === seat.role) {
		return renewSeat(store, earlier, { ...newcomer, linkId: seat.linkId });
	}
	const member = {
		id: newId(),
		workshopId: seat.workshopId,
		role: seat.role,
		name: newcomer.name ?? null,
		partyId: newcomer.partyId ?? null,
		colour: (await store.listMembers(seat.workshopId)).length % memberColours,
		linkId: seat.linkId,
		joinedAt: now(),
		// Links from before the decision about who this was stay powerless on this device.
		decidedAt: earlier?.decidedAt
	};
	await store.addMember(member, newcomer.device);
	return { ...member, linkState: seat.linkId === null ? null : 'active', removed: false };
}

/** Whoever was in without a link stays so: revoking the link they try must not put them out. */
async function renewSeat(
	store: Store,
	member: MemberRow,
	{ name, partyId, linkId }: Pick<Newcomer, 'name' | 'partyId'> & { linkId: string | null }
): Promise<MemberRow> {
	await store.updateMember(member.workshopId, member.id, {
		name,
		partyId,
		linkId: member.linkId === null ? null : linkId
	});
	return { ...member, ...(await store.findMember(member.workshopId, member.id)) };
}
