/** The ids to which each id points. */
export type Links = ReadonlyMap<string, readonly string[]>;

/** A link that closes a loop, per id the ids that it may not point to. */
export type ClosingLinks = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Finds the links that must be passed over so that no loop is left.
 * Every replica finds the same ones: ids are walked in alphabetical order, depth first.
 * Without recursion, because a hostile chain can be longer than the stack.
 */
export function closingLinks(links: Links): ClosingLinks {
	const closing = new Map<string, Set<string>>();
	const visited = new Set<string>();
	for (const start of [...links.keys()].sort()) {
		if (!visited.has(start)) walk(start, links, visited, closing);
	}
	return closing;
}

function walk(
	start: string,
	links: Links,
	visited: Set<string>,
	closing: Map<string, Set<string>>
): void {
	const trail = [{ id: start, next: 0 }];
	const onTrail = new Set([start]);
	visited.add(start);
	for (let here = trail.at(-1); here; here = trail.at(-1)) {
		const target = links.get(here.id)?.[here.next++];
		if (target === undefined) {
			trail.pop();
			onTrail.delete(here.id);
		} else if (onTrail.has(target)) {
			closing.set(here.id, (closing.get(here.id) ?? new Set()).add(target));
		} else if (!visited.has(target)) {
			visited.add(target);
			onTrail.add(target);
			trail.push({ id: target, next: 0 });
		}
	}
}

/** Tells whether one can come from one id to another by following links; an id always reaches itself. */
export function reaches(links: Links, from: string, to: string): boolean {
	const seen = new Set([from]);
	for (const id of seen) {
		if (id === to) return true;
		for (const next of links.get(id) ?? []) seen.add(next);
	}
	return false;
}
