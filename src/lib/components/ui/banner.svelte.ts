/** Something that everybody has to be able to read and press, also above an opened dialog. */
export type Banner = {
	readonly title: string;
	readonly text: string;
	/** The verb on the button. */
	readonly label: string;
	readonly press: () => void;
};

let current = $state.raw<Banner>();

/** The one banner of this page. What lies outside of an opened dialog can't be pressed, so each shows it. */
export const banner = {
	get current(): Banner | undefined {
		return current;
	},

	show(shown: Banner): void {
		current = shown;
	},

	clear(): void {
		current = undefined;
	}
};
