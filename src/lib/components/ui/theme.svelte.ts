import { getContext, setContext } from 'svelte';

/** What a visitor may choose; `auto` follows the device. The projector has its own page. */
export const themeChoices = ['auto', 'light', 'dark', 'contrast'] as const;

export type ThemeChoice = (typeof themeChoices)[number];

const contextKey = Symbol.for('tegenwicht.theme');
const oneYear = 60 * 60 * 24 * 365;

/** Tells whether a value from a cookie is a theme that can be chosen. */
export function isThemeChoice(value: unknown): value is ThemeChoice {
	return themeChoices.some((choice) => choice === value);
}

/** The colours of the screens, for one visitor. */
export class Theme {
	#choice = $state() as ThemeChoice;
	#projector = false;

	constructor(choice: ThemeChoice) {
		this.#choice = choice;
	}

	get current(): ThemeChoice {
		return this.#choice;
	}

	/** Colours everything anew and remembers the choice for a year. */
	choose(choice: ThemeChoice): void {
		this.#choice = choice;
		document.cookie = `theme=${choice}; path=/; max-age=${oneYear}; samesite=lax`;
		this.apply();
	}

	/** Writes the theme where the style sheet looks for it; `auto` asks the device. */
	apply(): void {
		const chosen = this.#choice === 'auto' ? themeOfDevice() : this.#choice;
		document.documentElement.dataset.theme = this.#projector ? 'projector' : chosen;
	}

	/** Colours everything for a projector, until the function that is returned is called. */
	showProjector(): () => void {
		this.#projector = true;
		this.apply();
		return () => {
			this.#projector = false;
			this.apply();
		};
	}

	/** Keeps following the device until the function that is returned is called. */
	followDevice(): () => void {
		const apply = () => this.apply();
		const queries = [matchMedia('(prefers-contrast: more)'), darkQuery()];
		queries.forEach((query) => query.addEventListener('change', apply));
		return () => queries.forEach((query) => query.removeEventListener('change', apply));
	}
}

function darkQuery(): MediaQueryList {
	return matchMedia('(prefers-color-scheme: dark)');
}

function themeOfDevice(): 'contrast' | 'dark' | 'light' {
	if (matchMedia('(prefers-contrast: more)').matches) return 'contrast';
	return darkQuery().matches ? 'dark' : 'light';
}

/** Makes the theme known to all components below; called once, in the root layout. */
export function provideTheme(choice: ThemeChoice): Theme {
	return setContext(contextKey, new Theme(choice));
}

/** Gives the visitor's theme; call it while a component is being made. */
export function useTheme(): Theme {
	return getContext<Theme>(contextKey);
}
