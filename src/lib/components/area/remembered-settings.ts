import type { ImportSettings } from '#lib/importers/settings.ts';

/** Choices about a layout, not about one file: those are made anew for every file. */
type Remembered = Pick<
	ImportSettings,
	'encoding' | 'delimiter' | 'decimalMark' | 'roles' | 'aggregate' | 'eventsPer'
>;

const prefix = 'tegenwicht.import.';

/** Files with the same header, in the same order, are of one kind. */
function nameOf(headers: readonly string[]): string {
	return prefix + JSON.stringify(headers).slice(0, 2000);
}

/** What this device remembers of files with this header. */
export function rememberedSettings(headers: readonly string[]): Remembered | undefined {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(nameOf(headers)) ?? 'null');
		return typeof kept === 'object' && kept !== null ? (kept as Remembered) : undefined;
	} catch {
		return undefined;
	}
}

/** Remembers the choices that hold for every file with this header; without any, nothing is kept. */
export function rememberSettings(headers: readonly string[], settings: ImportSettings): void {
	const { encoding, delimiter, decimalMark, roles, aggregate, eventsPer } = settings;
	const kept: Remembered = { encoding, delimiter, decimalMark, roles, aggregate, eventsPer };
	if (headers.length === 0 || Object.values(kept).every((choice) => choice === undefined)) return;
	try {
		localStorage.setItem(nameOf(headers), JSON.stringify(kept));
	} catch {
		// A device without room only forgets the choices.
	}
}
