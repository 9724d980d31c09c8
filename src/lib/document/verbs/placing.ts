import * as Y from 'yjs';
import type { Placement } from '../content.ts';
import { keyOf } from '../key.ts';
import { compareOrder, orderBetween, ordersFor, type Ordered, type Random } from '../order.ts';
import { readOrder } from '../reading/read-record.ts';
import { gone, type Refusal } from '../refusal.ts';
import { orderField } from '../shape.ts';

/** Refuses a placement beside something that is not in the list, or beside itself. */
export function refusePlacement(
	list: Y.Map<unknown>,
	placement: Placement,
	moved?: string
): Refusal | undefined {
	if (typeof placement === 'string') return undefined;
	const name = 'before' in placement ? placement.before : placement.after;
	const there = name !== moved && list.get(keyOf(name)) instanceof Y.Map;
	return there ? undefined : gone('', name);
}

type Placing = { readonly key: string; readonly placement: Placement; readonly random: Random };

/**
 * Makes the order text for what comes to stand at a placement in a list; call it inside the transaction.
 * Where there is no room, because two people inserted at one spot or a text would get too long,
 * the others in the list get new places in the same order.
 */
export function makeRoom(list: Y.Map<unknown>, { key, placement, random }: Placing): string {
	const others = siblings(list, key);
	const index = indexOf(others, placement);
	const [before, after] = [others[index - 1], others[index]];
	const room =
		before && before.order === undefined
			? undefined
			: orderBetween(before?.order, after?.order, random);
	return room ?? spread(others, index, random);
}

type Sibling = Ordered & { readonly map: Y.Map<unknown> };

function siblings(list: Y.Map<unknown>, except: string): Sibling[] {
	const others: Sibling[] = [];
	for (const [key, map] of list.entries()) {
		if (map instanceof Y.Map && key !== except) others.push({ key, map, order: readOrder(map) });
	}
	return others.sort(compareOrder);
}

function indexOf(others: readonly Sibling[], placement: Placement): number {
	if (placement === 'first') return 0;
	if (placement === 'last') return others.length;
	const name = keyOf('before' in placement ? placement.before : placement.after);
	const found = others.findIndex(({ key }) => key === name);
	return 'before' in placement ? found : found + 1;
}

/** Gives all others new places, and gives the free one among them. */
function spread(others: readonly Sibling[], index: number, random: Random): string {
	const orders = ordersFor(others.length + 1, random);
	const [free = ''] = orders.splice(index, 1);
	for (const [at, { map }] of others.entries()) map.set(orderField, orders[at]);
	return free;
}
