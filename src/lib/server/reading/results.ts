import { setImmediate } from 'node:timers/promises';
import { createEngine } from '#lib/domain/valuation/engine.ts';
import { evaluationReport, type EvaluationReport } from '#lib/domain/valuation/report.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { Turns } from '../turns.ts';

/** One valuation at a time on the whole server, so that the rooms stay quick. */
const turns = new Turns();

/** Values all scenarios as the command line does; gives way to others after every replicate. */
export function valuedForReader(file: WorkshopFile): Promise<EvaluationReport> {
	return turns.take('valuation', async () => {
		const engine = createEngine();
		const steps = engine.settle(file);
		for (;;) {
			const step = steps.next();
			if (step.done) return evaluationReport(engine, step.value);
			await setImmediate();
		}
	});
}
