import type { Target } from '#lib/domain/challenge.ts';
import type { Finding } from '#lib/domain/critic/finding.ts';
import { at } from '#lib/domain/critic/judgement.ts';
import type { WishFlag } from '#lib/domain/critic/wish-flags.ts';
import { placeText } from './record-place.ts';

/**
 * Gives the places where the causes of a flag stand, so that it leads to what would remove it:
 * the fields its findings point to, or where the evidence of its effects is chosen.
 */
export function flagPlaces(
	{ name, kind, effectIds, withoutEuros }: WishFlag,
	findings: readonly Finding[],
	scenarioId: string
): Target[] {
	const effects = [...effectIds, ...withoutEuros];
	if (kind === 'support')
		return effects.map((id) => at('effect', id, name === 'doubted' ? null : 'evidence.level'));
	const targets = findings
		.filter(
			({ rule, outcome, scenario }) =>
				rule === name && outcome === 'fail' && (scenario === null || scenario === scenarioId)
		)
		.map(({ target }) => target)
		.filter((target) => target.kind !== 'effect' || effects.includes(target.id))
		.filter(({ kind: about }) => ['effect', 'measure', 'indicator'].includes(about));
	const places = new Map(targets.map((target) => [placeText(target), target]));
	return [...places.values()].sort((one, other) => place(one, effects) - place(other, effects));
}

/** The effect with the largest sum first; what is about more than one effect comes after. */
function place({ kind, id }: Target, effects: readonly string[]): number {
	const at = kind === 'effect' ? effects.indexOf(id) : -1;
	return at < 0 ? effects.length : at;
}
