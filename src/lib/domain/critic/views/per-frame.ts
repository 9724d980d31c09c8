import { once } from '../reading/once.ts';
import type { Frame } from './frame.ts';

/** What is worked out once for a record under the same settings. */
export function perFrame<Item extends object, Result>(
	work: (item: Item, frame: Frame) => Result
): (frame: Frame) => (item: Item) => Result {
	return once((frame: Frame) => once((item: Item) => work(item, frame)));
}
