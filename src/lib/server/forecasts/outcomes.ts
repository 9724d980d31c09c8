import { setImmediate } from 'node:timers/promises';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import type { Evaluation } from '#lib/domain/valuation/evaluation.ts';
import { evaluationReport } from '#lib/domain/valuation/report.ts';
import type { ForecastContent } from '#lib/domain/forecast/forecast.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

/**
 * Values a scenario, and doing nothing beside it, as the command line does: seed 1, 16,384 samples.
 * Other work of the server goes on between two replicates.
 */
export async function outcomesOf(
	file: WorkshopFile,
	scenarioId: string
): Promise<ForecastContent['outcomes']> {
	const engine = createEngine();
	const steps = engine.settle(file, { scenarioIds: [scenarioId] });
	let evaluation: Evaluation | undefined;
	while (!evaluation) {
		const step = steps.next();
		if (step.done) evaluation = step.value;
		else await setImmediate();
	}
	const { engine: made, scenarios } = evaluationReport(engine, evaluation);
	return { engine: made, scenarios };
}
