import type { Problem } from '#lib/domain/workshop-file.ts';

type Remark = Pick<Problem, 'path' | 'message'>;

/** What the command line says of problems and warnings: where it is and what, in English. */
export function plainly(remarks: readonly Remark[]): Remark[] {
	return remarks.map(({ path, message }) => ({ path, message }));
}
