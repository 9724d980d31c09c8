import { changeBetween } from '#lib/document/session/view-change.ts';
import type { PersonalView, SharedView } from './view.ts';

/** What a subscriber is to see. */
export type Picture = {
	/** Names this picture: a subscriber that comes back with it has missed nothing. */
	readonly id: string;
	readonly shared: SharedView;
	readonly personal: PersonalView;
};

/** Writes one server-sent event; JSON has no line breaks of its own. */
export function eventText(json: string, id?: string): string {
	return `${id === undefined ? '' : `id: ${id}\n`}data: ${json}\n\n`;
}

/** The event with everything: `{ "now", "view" }`. */
export function wholeEvent({ id, shared, personal }: Picture, now: number): string {
	return eventText(JSON.stringify({ now, view: { ...shared, ...personal } }), id);
}

/** The event with what is different: `{ "now", "changes" }`; undefined for nothing. */
export function changeEvent(
	before: Picture,
	after: Picture,
	{ now, texts }: { readonly now: number; readonly texts: ChangeTexts }
): string | undefined {
	const personal = changeBetween(before.personal, after.personal);
	const changes = [
		texts.between(before.shared, after.shared),
		personal && JSON.stringify(personal)
	].filter((text) => text !== undefined);
	if (changes.length === 0) return undefined;
	return eventText(`{"now":${now},"changes":[${changes.join(',')}]}`, after.id);
}

/** The last change of an audience as text, which most subscribers need in the same words. */
export class ChangeTexts {
	#before: SharedView | undefined;
	#after: SharedView | undefined;
	#text: string | undefined;

	/** Gives the change between two views as JSON; undefined when there is none. */
	between(before: SharedView, after: SharedView): string | undefined {
		if (before === after) return undefined;
		if (before !== this.#before || after !== this.#after) {
			const change = changeBetween(before, after);
			this.#before = before;
			this.#after = after;
			this.#text = change && JSON.stringify(change);
		}
		return this.#text;
	}
}
