import type { Attachment } from 'svelte/attachments';

/** Room between a popover, what it belongs to and the edge of the window, in pixels. */
const gap = 4;

/**
 * Puts a popover under its button, or above it when there is no room below, and inside the window.
 * It lies in the browser's top layer, so that no card or column can cut it off.
 */
export function placedBy(anchor: () => HTMLElement | undefined): Attachment<HTMLElement> {
	return (popover) => {
		function place(): void {
			const button = anchor()?.getBoundingClientRect();
			if (!button) return;
			const { offsetWidth: width, offsetHeight: height } = popover;
			const below = button.bottom + gap;
			const fitsBelow = below + height <= innerHeight - gap;
			const top = fitsBelow ? below : Math.max(gap, button.top - gap - height);
			const left = Math.max(gap, Math.min(button.left, innerWidth - width - gap));
			popover.style.top = `${top}px`;
			popover.style.left = `${left}px`;
		}
		function toggled(event: ToggleEvent): void {
			if (event.newState !== 'open') return stop();
			place();
			addEventListener('scroll', place, { capture: true, passive: true });
			addEventListener('resize', place);
		}
		function stop(): void {
			removeEventListener('scroll', place, { capture: true });
			removeEventListener('resize', place);
		}
		popover.addEventListener('toggle', toggled);
		return () => {
			popover.removeEventListener('toggle', toggled);
			stop();
		};
	};
}
