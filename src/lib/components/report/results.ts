import { createEngine } from '#lib/domain/valuation/engine.ts';
import { evaluationReport, type EvaluationReport } from '#lib/domain/valuation/report.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';

/** Values all scenarios as the command line does, with room for the screen between the replicates. */
export async function resultsOf(
	file: WorkshopFile,
	rest: () => Promise<void>
): Promise<EvaluationReport> {
	const engine = createEngine();
	const steps = engine.settle(file);
	for (;;) {
		const step = steps.next();
		if (step.done) return evaluationReport(engine, step.value);
		await rest();
	}
}

/** Writes results as the command line writes them. */
export function resultsText(results: EvaluationReport): string {
	return `${JSON.stringify(results, undefined, 2)}\n`;
}
