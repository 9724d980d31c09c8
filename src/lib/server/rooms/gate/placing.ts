import { fitsValueType } from '#lib/document/value-type.ts';
import { deepestNesting, longestSharedText } from './budget.ts';
import type { Holder, Known, Placed, Slot } from './known.ts';
import { Refused } from './refusal.ts';
import { lastFrom } from './search.ts';
import type { Id, Struct, Update } from './update.ts';

/** The structs of one client in an update, and how far they were placed. */
type Line = { readonly client: number; readonly structs: readonly Struct[]; next: number };

/**
 * Places the new structs of an update in the order in which Yjs will integrate them.
 *
 * Each struct waits for the ones it refers to, also those of other clients in the same update, and
 * is looked at once, so that the time it takes grows with the update only.
 *
 * @returns how many were new, and whether some could not be placed because others are missing
 * @throws {Refused} when something is where it may not be
 */
export function placeStructs(update: Update, known: Known): { added: number; gap: boolean } {
	const lines = new Map<number, Line>();
	for (const [client, structs] of update.structs) lines.set(client, { client, structs, next: 0 });
	const waiters = new Map<Struct, Line[]>();
	const ready = [...lines.values()];
	let added = 0;
	for (let line = ready.pop(); line; line = ready.pop()) {
		for (; line.next < line.structs.length; line.next += 1) {
			const struct = line.structs[line.next] as Struct;
			const missing = missingFor(struct, known);
			if (missing) {
				waitFor(missing, { lines, waiters, line });
				break;
			}
			if (isThere(struct, known)) continue;
			if (struct.content.kind === 'values' && struct.length > 1) mustBeDeleted(struct, update);
			known.add(placed(struct, known));
			added += 1;
			ready.push(...(waiters.get(struct) ?? []));
			waiters.delete(struct);
		}
	}
	const gap = lines.values().some((line) => line.next < line.structs.length);
	return { added, gap };
}

/**
 * Several values under one key are one that was written over and over; all of them must be deleted by
 * the same update. Yjs would otherwise lose track of the first ones, and fail when the map goes.
 */
function mustBeDeleted({ client, clock, length }: Struct, { deletions }: Update): void {
	const ranges = deletions.get(client) ?? [];
	const range = ranges[lastFrom(ranges, clock, startOf)];
	if (!range || range.end < clock + length) throw new Refused('values');
}

/** Tells whether all of a struct is there already. */
function isThere(struct: Struct, known: Known): boolean {
	const clock = known.clockOf(struct.client);
	if (struct.clock + struct.length <= clock) return true;
	// Half of it is there: the client counted from an older state and will do better next time.
	if (struct.clock < clock) throw new Refused('overlap', 4500);
	return false;
}

/**
 * What a struct waits for: its predecessor, its neighbours, its parent. Also one that is there already
 * waits, because Yjs looks for what it refers to before it sees that.
 */
function missingFor(struct: Struct, known: Known): Id | undefined {
	const { client, clock, origin, rightOrigin, parent } = struct;
	if (clock > known.clockOf(client)) return { client, clock: clock - 1 };
	const missing =
		absent(origin, known) ??
		absent(rightOrigin, known) ??
		(typeof parent === 'object' ? absent(parent, known) : undefined);
	if (missing?.client === client) throw new Refused('reference');
	return missing;
}

function absent(id: Id | undefined, known: Known): Id | undefined {
	return id && !known.has(id) ? id : undefined;
}

function waitFor(
	id: Id,
	{ lines, waiters, line }: { lines: Map<number, Line>; waiters: Map<Struct, Line[]>; line: Line }
): void {
	const target = structAt(lines.get(id.client)?.structs ?? [], id.clock);
	if (!target) return;
	const others = waiters.get(target);
	if (others) others.push(line);
	else waiters.set(target, [line]);
}

function startOf({ clock }: { readonly clock: number }): number {
	return clock;
}

function structAt(structs: readonly Struct[], clock: number): Struct | undefined {
	const struct = structs[lastFrom(structs, clock, startOf)];
	return struct && clock < struct.clock + struct.length ? struct : undefined;
}

function placed(struct: Struct, known: Known): Placed {
	const slot = slotFor(struct, known);
	if (!slot?.holder) return { struct, slot: null };
	return { struct, slot, holder: fit(struct, slot.holder, { key: slot.key, known }) };
}

/** Where Yjs will put a struct: beside its neighbours, else in the parent that it names. */
function slotFor({ content, origin, rightOrigin, parent, key }: Struct, known: Known): Slot {
	if (content.kind === 'collected') return null;
	if (typeof parent === 'string') return { holder: known.rootHolder(parent), key };
	if (parent) return { holder: known.holderAt(parent), key };
	const left = origin && known.slotOf(origin);
	const right = rightOrigin && known.slotOf(rightOrigin);
	if (left !== undefined && right !== undefined) mustBeTogether(left, right);
	return left ?? right ?? null;
}

/**
 * Two neighbours are in one list or under one key. Of others Yjs takes the left one, or neither once one
 * of them was cleared away, which need not have happened everywhere.
 */
function mustBeTogether(left: Slot, right: Slot): void {
	const [one, other] = [left?.holder, right?.holder];
	const isSame = one === other || areSameRoot(one, other);
	if (!isSame || left?.key !== right?.key) throw new Refused('reference');
}

function areSameRoot(one: Holder | undefined, other: Holder | undefined): boolean {
	return one?.path.length === 1 && other?.path.length === 1 && one.path[0] === other.path[0];
}

/** Checks that a struct belongs under its key and gives the type that it brings, if any. */
function fit(
	{ content, length }: Struct,
	holder: NonNullable<Holder>,
	{ key, known }: { key: string | undefined; known: Known }
): Holder {
	if (holder.holds === 'text') {
		if (key !== undefined) throw new Refused('field');
		if (content.kind !== 'string' && content.kind !== 'deleted') throw new Refused('type');
		if (content.kind === 'string' && known.textLength(holder.path) + length > longestSharedText) {
			throw new Refused('text-size', 4413);
		}
		return null;
	}
	// What stands in a list has no key, and no field has an empty one.
	const path = [...holder.path, key ?? ''];
	if (path.length > deepestNesting) throw new Refused('depth');
	const expected = known.expectedAt(path);
	if (!expected) throw new Refused('field');
	if (content.kind === 'deleted') return null;
	if (content.kind === 'map' || content.kind === 'text') {
		if (expected.holds !== content.kind) throw new Refused('type');
		return { path, holds: content.kind };
	}
	if (content.kind !== 'values' || expected.holds !== 'value') throw new Refused('type');
	if (!content.values.every((value) => fitsValueType(expected.type, value))) {
		throw new Refused('type');
	}
	return null;
}
