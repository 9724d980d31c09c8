import type { BoardContent } from '../content.ts';
import { rootOf } from '../roots.ts';
import type { SessionRound } from './round.ts';
import type { ShownNumber, SpotlightView } from './spotlight.ts';
import type { Target } from '#lib/domain/challenge.ts';
import type { Effect } from '#lib/domain/effect.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Measure } from '#lib/domain/measure.ts';

/** Up to this level of evidence an estimate is drawn as hardly supported. */
const weakUpTo = 1;

/** Gives the card in the spotlight with its numbers; null when it is not on the board any more. */
export function spotlightView(
	board: BoardContent,
	target: Target,
	rounds: readonly SessionRound[]
): SpotlightView | null {
	const { kind, id } = target;
	const title = titleOf(board, target);
	if (title === undefined) return null;
	const effect = kind === 'effect' && board.effects.find((one) => one.id === id);
	const measure = kind === 'measure' && board.measures.find((one) => one.id === id);
	const indicator = kind === 'indicator' && board.indicators.find((one) => one.id === id);
	return {
		...{ kind, id, title, priceYear: board.workshop.priceYear },
		weak: effect ? (effect.evidence.level ?? 0) <= weakUpTo : false,
		numbers: [
			...(effect ? ofEffect(effect, askedOf(id, rounds)) : []),
			...(measure ? ofMeasure(measure, board) : []),
			...(indicator ? ofIndicator(indicator) : [])
		]
	};
}

function titleOf(board: BoardContent, { kind, id }: Target): string | undefined {
	if (kind === 'workshop') return board.workshop.title;
	if (kind === 'round') return undefined;
	const card = board[rootOf[kind]].find((record) => record.id === id);
	if (!card) return undefined;
	if ('title' in card) return card.title;
	return 'name' in card ? card.name : card.text;
}

function askedOf(effectId: string, rounds: readonly SessionRound[]): ReadonlySet<string> {
	const open = rounds.filter((round) => round.status === 'open' && round.effectId === effectId);
	return new Set(open.map(({ field }) => field));
}

function ofEffect({ amount, unitValue, unit }: Effect, asked: ReadonlySet<string>): ShownNumber[] {
	const number = (kind: 'amount' | 'price', field: 'amount' | 'unitValue'): ShownNumber => ({
		...{ kind, unit, name: '', yearly: false, asked: asked.has(field) },
		quantity: asked.has(field) ? null : { amount, unitValue }[field]
	});
	return [number('amount', 'amount'), number('price', 'unitValue')];
}

function ofMeasure({ contributions }: Measure, { parties }: BoardContent): ShownNumber[] {
	return contributions.flatMap(({ partyId, kind, amount, hours, timing }) => {
		const quantity = kind === 'money' ? amount : hours;
		if (kind === 'other' && quantity === null) return [];
		const name = parties.find(({ id }) => id === partyId)?.name ?? '';
		return {
			kind: kind === 'money' ? ('money' as const) : ('hours' as const),
			...{ unit: '', name, yearly: timing === 'yearly', quantity, asked: false }
		};
	});
}

function ofIndicator({ observations, norm, unit }: Indicator): ShownNumber[] {
	const latest = observations
		.filter(({ value }) => value !== null)
		.toSorted((one, other) => (one.period < other.period ? -1 : 1))
		.at(-1);
	const rest = { unit, yearly: false, asked: false };
	return [
		{ ...rest, kind: 'latest', name: latest?.period ?? '', quantity: latest?.value ?? null },
		{ ...rest, kind: 'norm', name: '', quantity: norm }
	];
}
