import { parentPort, workerData } from 'node:worker_threads';
import { createEngine, lastOf } from '#lib/domain/valuation/engine.ts';
import { evaluationReport } from '#lib/domain/valuation/report.ts';
import type { ToValue } from './outcomes.ts';

/** Values a scenario in a thread of its own and tells what came out; nothing else runs here. */
// Only outcomes.ts starts this thread, with what it says here.
const { file, scenarioId } = workerData as ToValue;
const engine = createEngine();
const evaluation = lastOf(engine.settle(file, { scenarioIds: [scenarioId] }));
const { engine: made, scenarios } = evaluationReport(engine, evaluation);
parentPort?.postMessage({ engine: made, scenarios });
