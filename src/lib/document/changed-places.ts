import * as Y from 'yjs';
import type { Place } from './agreed.ts';

type Changed = Y.Transaction['changedParentTypes'];

/** Lists the places that a transaction changed: keys from a root map, down to the field or item. */
export function placesOf(changed: Changed): Place[] {
	const events = new Set([...changed.values()].flat());
	return [...events].flatMap((event): Place[] => {
		const path = pathOf(event.target);
		if (!(event instanceof Y.YMapEvent)) return [path];
		return [...event.keysChanged].map((key) => [...path, String(key)]);
	});
}

/** Keys from the root to a shared type, also where that was just deleted. */
function pathOf(type: Y.AbstractType<unknown>): string[] {
	const item = type._item;
	if (!item) return [Y.findRootTypeKey(type)];
	const parent = item.parent;
	const above = parent instanceof Y.AbstractType ? pathOf(parent) : [];
	return [...above, item.parentSub ?? ''];
}
