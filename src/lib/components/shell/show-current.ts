import type { Attachment } from 'svelte/attachments';

/**
 * Moves a row of links that is wider than the screen so that the one where you are is in sight.
 *
 * @param places what the row is made of; it is looked at again when this changes
 */
export function showCurrent(
	places: readonly { readonly current: boolean }[]
): Attachment<HTMLElement> {
	return (row) => {
		if (!places.some(({ current }) => current)) return;
		const link = row.querySelector<HTMLElement>('[aria-current]');
		if (!link) return;
		const middle = link.offsetLeft - row.offsetLeft + link.offsetWidth / 2;
		row.scrollLeft = middle - row.clientWidth / 2;
	};
}
