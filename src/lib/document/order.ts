/**
 * Places in a list as texts that sort alphabetically, so that one can always be made between two others
 * (fractional indexing). A place is a fraction in base 62 without its "0."; it never ends with the digit 0,
 * because nothing fits between "V" and "V0".
 * Chance decides among the free places, so that two people who insert at one spot rarely get the same.
 */

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;

/** The first digits count how often was added at an end: 14.7 million places before texts grow. */
const headLength = 4;
const heads = base ** headLength;

/** How far, at most, an end moves outwards at once. */
const largestStep = 64;

/** Digits of pure chance behind a new place: one in 900,000 to collide on top of the chance in the step. */
const tailLength = 3;

/** Longer texts are no places: the list is given new ones before it comes that far. */
const longest = 96;

const orderPattern = new RegExp(`^[0-9A-Za-z]{0,${longest - 1}}[1-9A-Za-z]$`);

/** A source of chance in [0, 1). */
export type Random = () => number;

/** Tells whether a value is a place in a list. */
export function isOrder(value: unknown): value is string {
	return typeof value === 'string' && orderPattern.test(value);
}

/** Something with a place in a list, and the key under which it is kept. */
export type Ordered = { readonly order: string | undefined; readonly key: string };

/** Sorts by place; ties by key, and what has no place comes last. */
export function compareOrder(one: Ordered, other: Ordered): number {
	if (one.order !== other.order) {
		if (one.order === undefined) return 1;
		if (other.order === undefined) return -1;
		return one.order < other.order ? -1 : 1;
	}
	return one.key < other.key ? -1 : Number(one.key > other.key);
}

/**
 * Makes a place between two others; undefined stands for the beginning or the end of the list.
 * Gives undefined where there is no room: equal or swapped places, or a text that would get too long.
 */
export function orderBetween(
	before: string | undefined,
	after: string | undefined,
	random: Random
): string | undefined {
	if (before !== undefined && after !== undefined && before >= after) return undefined;
	const order = atEnd(before, after, random) ?? inside(before ?? '', after, random);
	return isOrder(order) ? order : undefined;
}

/**
 * Makes places for a whole list, from first to last.
 * @throws RangeError when there are more items than places, which takes hundreds of thousands.
 */
export function ordersFor(count: number, random: Random): string[] {
	const orders: string[] = [];
	while (orders.length < count) {
		const order = orderBetween(orders.at(-1), undefined, random);
		if (order === undefined) throw new RangeError(`There are no places for ${count} items.`);
		orders.push(order);
	}
	return orders;
}

/** Moves an end of the list outwards; undefined when the place is not at an end or the heads are used up. */
function atEnd(
	before: string | undefined,
	after: string | undefined,
	random: Random
): string | undefined {
	if (before !== undefined && after !== undefined) return undefined;
	const step = 1 + Math.floor(random() * largestStep);
	const head =
		after !== undefined ? headOf(after) - step : before ? headOf(before) + step : heads / 2;
	return head > 0 && head < heads ? headText(head) + tail(random) : undefined;
}

/** Finds the first digit where there is room between two places, and takes one of the free digits there. */
function inside(before: string, after: string | undefined, random: Random): string {
	let order = '';
	let upper = after;
	for (let place = 0; order.length < longest; place += 1) {
		const low = digits.indexOf(before.charAt(place) || '0');
		const high = upper === undefined ? base : digits.indexOf(upper.charAt(place) || '0');
		if (high - low > 1) {
			const digit = low + 1 + Math.floor(random() * (high - low - 1));
			return order + digits.charAt(digit) + tail(random);
		}
		order += digits.charAt(low);
		if (low < high) upper = undefined;
	}
	return '';
}

function headOf(order: string): number {
	let head = 0;
	for (let place = 0; place < headLength; place += 1) {
		head = head * base + digits.indexOf(order.charAt(place) || '0');
	}
	return head;
}

function headText(head: number): string {
	let text = '';
	for (let rest = head; text.length < headLength; rest = Math.floor(rest / base)) {
		text = digits.charAt(rest % base) + text;
	}
	return text;
}

/** Digits of chance, of which the last is never 0. */
function tail(random: Random): string {
	let text = '';
	while (text.length < tailLength - 1) text += digits.charAt(Math.floor(random() * base));
	return text + digits.charAt(1 + Math.floor(random() * (base - 1)));
}
