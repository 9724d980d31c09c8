/**
 * What makes one view of a session into the next, small enough for a phone: lists of things with an id
 * come item by item, everything else comes whole.
 */
export type ViewChange = {
	/** Values that are new or different, by their name in the view. */
	readonly set?: Readonly<Record<string, unknown>>;
	/** Names that are no longer in the view. */
	readonly unset?: readonly string[];
	/** Lists in which something changed: the items that are new or different, and all ids in order. */
	readonly lists?: Readonly<Record<string, ListChange>>;
};

export type ListChange = { readonly put: readonly Item[]; readonly order: readonly string[] };

type Item = { readonly id: string };
type View = Readonly<Record<string, unknown>>;

/** Compares two views by the identity of their parts; undefined when they are the same. */
export function changeBetween(before: View, after: View): ViewChange | undefined {
	const set: Record<string, unknown> = {};
	const lists: Record<string, ListChange> = {};
	for (const [name, value] of Object.entries(after)) {
		const earlier = before[name];
		if (value === earlier || value === undefined) continue;
		if (isList(earlier) && isList(value)) lists[name] = listChange(earlier, value);
		else set[name] = value;
	}
	const unset = Object.keys(before).filter(
		(name) => before[name] !== undefined && after[name] === undefined
	);
	const parts = [
		...(Object.keys(set).length > 0 ? [{ set }] : []),
		...(Object.keys(lists).length > 0 ? [{ lists }] : []),
		...(unset.length > 0 ? [{ unset }] : [])
	];
	return parts.length > 0 ? Object.assign({}, ...parts) : undefined;
}

/** Gives the view that a change makes of an earlier one; what did not change stays the same object. */
export function withChange<Viewed extends object>(view: Viewed, change: ViewChange): Viewed {
	const next: Record<string, unknown> = { ...view, ...change.set };
	for (const name of change.unset ?? []) delete next[name];
	for (const [name, { put, order }] of Object.entries(change.lists ?? {})) {
		const earlier = next[name];
		const items = new Map((isList(earlier) ? earlier : []).map((item) => [item.id, item]));
		for (const item of put) items.set(item.id, item);
		next[name] = order.flatMap((id) => items.get(id) ?? []);
	}
	return next as Viewed;
}

function listChange(before: readonly Item[], after: readonly Item[]): ListChange {
	const earlier = new Map(before.map((item) => [item.id, item]));
	return {
		put: after.filter((item) => earlier.get(item.id) !== item),
		order: after.map(({ id }) => id)
	};
}

function isList(value: unknown): value is readonly Item[] {
	return (
		Array.isArray(value) &&
		value.every((item) => typeof item === 'object' && item !== null && typeof item.id === 'string')
	);
}
