import { reason } from '../reason.ts';
import { part, placesIn } from './place.ts';
import { problemAt, problemLimit } from './problem.ts';
import type { Problem } from './problem.ts';

/** An arrow from one record to another, and where it is written down. */
type Arrow = { to: string; path: string };
type Arrows = ReadonlyMap<string, readonly Arrow[]>;

/** Finds measures that wait for themselves and effects that lead to themselves. */
export function cycles(file: unknown): Problem[] {
	return [
		...loopsIn(arrowsOf(file, 'measures', 'dependsOn.*')),
		...loopsIn(arrowsOf(file, 'effects', 'leadsToEffectId'))
	];
}

function arrowsOf(file: unknown, list: string, pattern: string): Arrows {
	const arrows = new Map<string, Arrow[]>();
	for (const record of placesIn(file, `${list}.*`)) {
		const id = part(record.value, 'id');
		if (typeof id !== 'string' || arrows.has(id)) continue;
		const ends = placesIn(record.value, pattern);
		arrows.set(
			id,
			ends.map(({ path, value }) => ({ to: String(value), path: `${record.path}.${path}` }))
		);
	}
	return arrows;
}

/**
 * Reports every arrow that closes a loop.
 * Walks depth first without recursion, because a chain can be a hundred thousand records long.
 */
function loopsIn(arrows: Arrows): Problem[] {
	const problems: Problem[] = [];
	const visited = new Set<string>();
	for (const start of arrows.keys()) {
		if (visited.has(start) || problems.length >= problemLimit) continue;
		const trail = [step(start)];
		const onTrail = new Set([start]);
		for (let here = trail.at(-1); here && problems.length < problemLimit; here = trail.at(-1)) {
			visited.add(here.id);
			const arrow = arrows.get(here.id)?.[here.next++];
			if (!arrow) {
				trail.pop();
				onTrail.delete(here.id);
			} else if (onTrail.has(arrow.to)) {
				const ids = loopText(arrow.to, trail);
				problems.push(problemAt(arrow.path, reason('loop', { ids })));
			} else if (!visited.has(arrow.to)) {
				trail.push(step(arrow.to));
				onTrail.add(arrow.to);
			}
		}
	}
	return problems;
}

type Step = { id: string; next: number };

function step(id: string): Step {
	return { id, next: 0 };
}

/** Names the records of a loop, at most six of them. */
function loopText(start: string, trail: readonly Step[]): string {
	const from = trail.findLastIndex(({ id }) => id === start);
	const ids = trail.slice(from, from + 6).map(({ id }) => id);
	const dots = trail.length - from > 6 ? ['…'] : [];
	return [...ids, ...dots, start].join(' → ');
}
