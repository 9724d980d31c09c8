import type { Problem } from '#lib/domain/workshop-file.ts';

type Remark = Pick<Problem, 'path' | 'message'>;

/** What the command line says of a file: of every problem and warning where it is and what, in English. */
export function plainly(
	problems: readonly Remark[],
	warnings: readonly Remark[]
): { problems: Remark[]; warnings: Remark[] } {
	const plain = ({ path, message }: Remark) => ({ path, message });
	return { problems: problems.map(plain), warnings: warnings.map(plain) };
}
