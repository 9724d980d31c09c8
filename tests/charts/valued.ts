import { createEngine } from '#lib/domain/valuation/engine.ts';
import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import type { TornadoRow } from '#lib/domain/valuation/tornado.ts';
import { parseWorkshopFile, type WorkshopFile } from '#lib/domain/workshop-file.ts';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createTranslate, type Tongue } from '#lib/i18n/translate.ts';
import { exampleText } from '../domain/examples.ts';

/** A scenario as a chart gets it. */
export type Valued = {
	readonly file: WorkshopFile;
	readonly value: ScenarioValue;
	readonly rows: readonly TornadoRow[];
};

export const nl: Tongue = { current: 'nl', t: createTranslate('nl', await loadMessages('nl')) };
export const en: Tongue = { current: 'en', t: createTranslate('en', await loadMessages('en')) };

/** Values one scenario of a file, always with the same seed. */
export function valued(file: WorkshopFile, scenarioId: string): Valued {
	const engine = createEngine({ replicates: 1 });
	const { scenarios } = engine.evaluate(file, { detailsOf: scenarioId });
	const value = scenarios.find(({ id }) => id === scenarioId);
	if (!value) throw new Error(`There is no scenario ${scenarioId}.`);
	return { file, value, rows: engine.tornado(scenarioId) };
}

/** The Molenwijk example. */
export function molenwijk(): WorkshopFile {
	const { file } = parseWorkshopFile(exampleText('demo-molenwijk.nl'));
	if (!file) throw new Error('The example is refused.');
	return file;
}

/** Writes spaces that keep words together as plain ones. */
export function plain(text: string): string {
	return text.replaceAll('\u00a0', ' ');
}
