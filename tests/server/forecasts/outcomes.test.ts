import { expect, test } from 'vitest';
import { createEngine, lastOf } from '#lib/domain/valuation/engine.ts';
import { evaluationReport } from '#lib/domain/valuation/report.ts';
import { parseWorkshopFile } from '#lib/domain/workshop-file.ts';
import { outcomesOf } from '#lib/server/forecasts/outcomes.ts';
import { exampleText } from '../../domain/examples.ts';

const workshop = parseWorkshopFile(exampleText('demo-molenwijk.nl')).file!;
const scenarioId = workshop.scenarios.at(-1)!.id;

test('valuing for a seal leaves the server free, and gives the bytes that anybody else gets', async () => {
	// The first time, the program of the thread itself is made.
	await outcomesOf(workshop, scenarioId);
	let turns = 0;
	let working = true;
	const turn = () => {
		turns += 1;
		if (working) setImmediate(turn);
	};
	setImmediate(turn);
	const outcomes = await outcomesOf(workshop, scenarioId);
	working = false;
	// On the server's own thread there would be one turn for each of four replicates.
	expect(turns).toBeGreaterThan(50);
	const engine = createEngine();
	const evaluation = lastOf(engine.settle(workshop, { scenarioIds: [scenarioId] }));
	const { comparison: _, ...report } = evaluationReport(engine, evaluation);
	expect(JSON.stringify(outcomes)).toBe(JSON.stringify(report));
}, 120_000);

test('a workshop that cannot be valued is told as an error, not waited for', async () => {
	await expect(outcomesOf({ ...workshop, effects: null } as never, scenarioId)).rejects.toThrow();
}, 120_000);
