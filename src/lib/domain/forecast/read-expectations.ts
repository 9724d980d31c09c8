import * as v from 'valibot';
import { reason, reasonOf } from '../reason.ts';
import { readJson } from '../workshop-file/read-json.ts';
import { firstPerPlace, problemAt, type Problem } from '../workshop-file/problem.ts';
import { expectationsSchema, type Expectation } from './expectation.ts';

/** The expectations only when nothing is wrong. */
export type ReadExpectations = { expectations?: readonly Expectation[]; problems: Problem[] };

/** Reads `{ "expectations": [ … ] }` from text or UTF-8 bytes and gives every problem at once; never throws. */
export function readExpectations(source: string | Uint8Array): ReadExpectations {
	const reading = readJson(source);
	if ('problem' in reading) return { problems: [reading.problem] };
	const result = v.safeParse(expectationsSchema, reading.value);
	const problems = firstPerPlace([...issuesOf(result.issues), ...missingList(reading.value)]);
	if (!result.success || problems.length > 0) return { problems };
	return { expectations: result.output.expectations, problems };
}

function* issuesOf(issues: readonly v.BaseIssue<unknown>[] = []): Generator<Problem> {
	for (const issue of issues) yield problemAt(v.getDotPath(issue) ?? '', reasonOf(issue));
}

/** A file without the list is another file; taking it for no expectations would hide that. */
function* missingList(value: unknown): Generator<Problem> {
	if (typeof value !== 'object' || value === null || 'expectations' in value) return;
	yield problemAt('expectations', reason('missing', { field: 'expectations' }));
}
