import * as v from 'valibot';
import { causeSchema } from './cause.ts';
import { challengeSchema } from './challenge.ts';
import { effectSchema } from './effect.ts';
import { record } from './field.ts';
import { indicatorSchema } from './indicator.ts';
import { listOf } from './list.ts';
import { measureSchema } from './measure.ts';
import { partySchema } from './party.ts';
import { expected, reason, reasonOf } from './reason.ts';
import { roundSchema } from './round.ts';
import { scenarioSchema } from './scenario.ts';
import { cycles } from './workshop-file/cycles.ts';
import { duplicates } from './workshop-file/duplicates.ts';
import { effectProblems } from './workshop-file/effects.ts';
import { part } from './workshop-file/place.ts';
import { firstPerPlace, problemAt } from './workshop-file/problem.ts';
import type { Problem } from './workshop-file/problem.ts';
import { readJson } from './workshop-file/read-json.ts';
import { danglingReferences } from './workshop-file/references.ts';
import { roundProblems } from './workshop-file/rounds.ts';
import { inSchemaOrder, unknownKeys } from './workshop-file/shape.ts';
import { settingsSchema } from './workshop.ts';

export { maximumBytes } from './workshop-file/read-json.ts';
export { problemAt } from './workshop-file/problem.ts';
export type { Problem };

export const workshopFormat = 'tegenwicht/workshop';
export const workshopVersion = 1;

export const workshopFileSchema = record({
	format: v.literal(workshopFormat, expected('exactly', { value: `"${workshopFormat}"` })),
	version: v.literal(workshopVersion, expected('exactly', { value: workshopVersion })),
	workshop: settingsSchema,
	parties: listOf(partySchema),
	indicators: listOf(indicatorSchema),
	causes: listOf(causeSchema),
	measures: listOf(measureSchema),
	effects: listOf(effectSchema),
	scenarios: listOf(scenarioSchema),
	rounds: listOf(roundSchema),
	challenges: listOf(challengeSchema)
});

/** A workshop with every default filled in. */
export type WorkshopFile = v.InferOutput<typeof workshopFileSchema>;

/** What came of reading a file: the workshop only when nothing is wrong; warnings never stop it. */
export type ParsedWorkshop = { file?: WorkshopFile; problems: Problem[]; warnings: Problem[] };

/** Reads a workshop from the text or UTF-8 bytes of a file of at most 5 MB; never throws. */
export function parseWorkshopFile(source: string | Uint8Array): ParsedWorkshop {
	const reading = readJson(source);
	if ('problem' in reading) return { problems: [reading.problem], warnings: [] };
	return parseWorkshopValue(reading.value);
}

/** Reads a workshop from a JSON value and gives every problem at once, at most 200; never throws. */
export function parseWorkshopValue(value: unknown): ParsedWorkshop {
	const foreign = foreignFile(value);
	if (foreign) return { problems: [foreign], warnings: [] };
	const result = v.safeParse(workshopFileSchema, value);
	const problems = firstPerPlace(allProblems(value, result.issues ?? []));
	const warnings = firstPerPlace(leftOut(value));
	if (!result.success || problems.length > 0) return { problems, warnings };
	return { file: result.output, problems, warnings };
}

/** Writes a workshop as text; keys are in the order of the schema, so that equal workshops give equal text. */
export function serialiseWorkshopFile(file: WorkshopFile): string {
	return `${JSON.stringify(inSchemaOrder(workshopFileSchema, file), undefined, 1)}\n`;
}

/** Recognises a file that is not a workshop, or one of a later version, so that nobody has to read the rest. */
function foreignFile(value: unknown): Problem | undefined {
	if (part(value, 'format') !== workshopFormat) {
		return problemAt('format', reason('foreign', { format: workshopFormat }));
	}
	const version = part(value, 'version');
	if (typeof version === 'number' && version > workshopVersion) {
		return problemAt('version', reason('newer', { version, known: workshopVersion }));
	}
	return undefined;
}

/** Looks at the shape first; how the records hang together is only looked at when somebody asks on. */
function* allProblems(value: unknown, issues: v.BaseIssue<unknown>[]): Generator<Problem> {
	for (const issue of issues) yield problemAt(v.getDotPath(issue) ?? '', reasonOf(issue));
	yield* danglingReferences(value);
	yield* duplicates(value);
	yield* cycles(value);
	yield* effectProblems(value);
	yield* roundProblems(value);
}

function* leftOut(value: unknown): Generator<Problem> {
	for (const path of unknownKeys(workshopFileSchema, { path: '', value })) {
		yield problemAt(path, reason('left-out'));
	}
}
