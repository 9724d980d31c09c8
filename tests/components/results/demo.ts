import { matrixOf, type Matrix } from '#lib/components/results/matrix.ts';
import { newMeasure } from '#lib/domain/measure.ts';
import { Engine } from '#lib/domain/valuation/engine.ts';
import { parseWorkshopValue, type WorkshopFile } from '#lib/domain/workshop-file.ts';
import demo from '../../fixtures/workshops/demo-molenwijk.nl.json' with { type: 'json' };

export function demoFile(): WorkshopFile {
	const { file } = parseWorkshopValue(demo);
	if (!file) throw new Error('the demo does not parse');
	return file;
}

/** Gives the demo with no effect, contribution or formula in euros. */
export function withoutEuros(file: WorkshopFile): WorkshopFile {
	return {
		...file,
		effects: file.effects.map((effect) => ({ ...effect, unitValue: null })),
		measures: file.measures.map((measure) =>
			newMeasure(measure.id, {
				...measure,
				contributions: measure.contributions.map((one) => ({ ...one, amount: null }))
			})
		)
	};
}

/** Gives the matrix of a scenario; always with the same seed. */
export function matrixFor(file: WorkshopFile, scenarioId: string): Matrix {
	const engine = new Engine({ seed: 1, samplesPerReplicate: 512, replicates: 1 });
	const { scenarios } = engine.evaluate(file, { scenarioIds: [scenarioId], detailsOf: scenarioId });
	const value = scenarios.find(({ id }) => id === scenarioId);
	if (!value) throw new Error(`There is no scenario ${scenarioId}.`);
	return matrixOf(value, file);
}
