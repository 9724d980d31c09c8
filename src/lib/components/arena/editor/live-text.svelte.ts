import type { Attachment } from 'svelte/attachments';

type TextBox = HTMLInputElement | HTMLTextAreaElement;

/** Where a place in a text has gone after the text around it changed. */
export function movedPlace(before: string, after: string, place: number): number {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start += 1;
	let end = 0;
	while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
	if (place <= start) return place;
	if (place >= before.length - end) return place + after.length - before.length;
	return after.length - end;
}

/**
 * Keeps a text box the same as a shared text while several people type in it:
 * what others type appears, and the cursor stays where it was in the words.
 */
export function liveText(text: () => string, edit: (typed: string) => void): Attachment<TextBox> {
	return (box) => {
		const typed = () => edit(box.value);
		box.addEventListener('input', typed);
		// The text box is the browser's: it hears of new words from outside only this way.
		$effect.pre(() => show(box, text()));
		return () => box.removeEventListener('input', typed);
	};
}

function show(box: TextBox, text: string): void {
	if (box.value === text) return;
	const { selectionStart, selectionEnd, value } = box;
	box.value = text;
	if (document.activeElement !== box || selectionStart === null || selectionEnd === null) return;
	box.setSelectionRange(
		movedPlace(value, text, selectionStart),
		movedPlace(value, text, selectionEnd)
	);
}
