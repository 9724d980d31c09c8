import { flushSync, mount, unmount, type Component } from 'svelte';
import type { LanguageCode } from '#lib/i18n/languages.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { Language, languageContextKey } from '#lib/components/ui/language.svelte.ts';

/** A component on a page of its own, with what a person does to it. */
export type Mounted = {
	readonly page: HTMLElement;
	readonly language: Language;
	/** Types a text in the field with this label, as if it replaced what stood there. */
	type: (label: string, text: string) => void;
	/** Types a text one key at a time, in the place of what stood there. */
	typeKeys: (label: string, text: string) => void;
	/** Presses a key in the field with this label. */
	key: (label: string, key: string) => void;
	/** Leaves the field with this label. */
	leave: (label: string) => void;
	press: (name: string) => void;
	field: (label: string) => HTMLInputElement;
	remove: () => Promise<void>;
};

/** Puts a component on the page in a language; props may be a rune proxy that the test changes. */
export async function mountIn<Props extends Record<string, unknown>>(
	language: LanguageCode,
	component: Component<Props>,
	props: Props
): Promise<Mounted> {
	const spoken = new Language(language, await loadMessages(language));
	const page = document.body.appendChild(document.createElement('main'));
	const context = new Map([[languageContextKey, spoken]]);
	const instance = mount(component, { target: page, props, context });
	flushSync();

	function field(label: string): HTMLInputElement {
		const found = [...page.querySelectorAll('label')].find(
			(element) => element.textContent?.trim() === label
		);
		const input = found?.htmlFor
			? page.querySelector<HTMLInputElement>(`[id="${found.htmlFor}"]`)
			: found?.querySelector('input');
		if (!input) throw new Error(`There is no field ${label}.`);
		return input;
	}

	function type(label: string, text: string): void {
		const input = field(label);
		input.value = text;
		input.dispatchEvent(new InputEvent('input', { bubbles: true }));
		flushSync();
	}

	return {
		page,
		language: spoken,
		field,
		type,
		typeKeys(label, text) {
			field(label).focus();
			for (let typed = 1; typed <= text.length; typed++) type(label, text.slice(0, typed));
		},
		key(label, key) {
			field(label).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
			flushSync();
		},
		leave(label) {
			field(label).dispatchEvent(new FocusEvent('blur'));
			field(label).dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
			flushSync();
		},
		press(name) {
			const button = [...page.querySelectorAll('button')].find(
				(element) => element.textContent?.trim() === name
			);
			if (!button) throw new Error(`There is no button ${name}.`);
			button.click();
			flushSync();
		},
		async remove() {
			await unmount(instance);
			page.remove();
		}
	};
}
