import type { Remark } from '#lib/domain/workshop-file/problem.ts';

/** What the command line says of problems and warnings: where it is and what, in English. */
export function plainly(remarks: readonly Remark[]): Remark[] {
	return remarks.map(({ path, message }) => ({ path, message }));
}
