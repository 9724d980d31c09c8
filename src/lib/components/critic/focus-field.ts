const controls =
	'input:not([type=hidden]), textarea, select, button, [contenteditable=true], a[href]';

/**
 * Finds the place where a field is asked. A field inside a list, such as `contributions.1`, is found
 * by itself or else by the list around it.
 */
export function findAsked(root: ParentNode, field: string): HTMLElement | undefined {
	const parts = field.split('.');
	for (let length = parts.length; length > 0; length -= 1) {
		const name = CSS.escape(parts.slice(0, length).join('.'));
		const place = root.querySelector<HTMLElement>(`[data-asks~="${name}"]`);
		if (place) return place;
	}
	return undefined;
}

/**
 * Puts the focus where a field is asked: in its chosen or first control, or on the place itself for
 * whoever may only read it. What it is folded into is opened. Gives whether there is such a place.
 */
export function focusField(root: ParentNode, field: string): boolean {
	const place = findAsked(root, field);
	if (!place) return false;
	for (let fold = place.closest('details'); fold; fold = parentFold(fold)) fold.open = true;
	const found = [...place.querySelectorAll<HTMLElement>(controls)].filter(
		(control) => !control.matches(':disabled') && !control.closest('[data-questions]')
	);
	const control = found.find((one) => one.matches(':checked')) ?? found[0];
	if (control) control.focus();
	else {
		place.tabIndex = -1;
		place.focus();
	}
	place.scrollIntoView({ block: 'center' });
	return true;
}

function parentFold(fold: Element): HTMLDetailsElement | null {
	return fold.parentElement?.closest('details') ?? null;
}
