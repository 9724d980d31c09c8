import type { Contribution } from '#lib/domain/contribution.ts';
import type { Effect } from '#lib/domain/effect.ts';
import type { Quantity } from '#lib/domain/quantity.ts';
import type { Receipt } from './board-view.ts';
import { formulaGuess } from './formula-guess.ts';
import { bestGuess } from './links.ts';
import { amountText, moneyText, type NumberText, type Tongue } from './number-text.ts';

const minus = '\u2212';

/** Writes plus signs, or minus signs for a harm: `+ +`, `nadeel −`. */
export function strengthText({ strength, direction }: Effect, { t }: Tongue): string {
	const sign = direction === 'harm' ? minus : '+';
	const signs = Array.from({ length: strength ?? 1 }, () => sign).join(' ');
	return direction === 'harm' ? t('card.effect.harm', { signs }) : signs;
}

function computedNumber(effect: Effect, tongue: Tongue): NumberText {
	const guess = formulaGuess(effect);
	if (guess === undefined) return { text: tongue.t('card.effect.formula.unknown') };
	return amountText(guess, effect.unit, tongue);
}

/** Up to this evidence level an estimate is hardly more than a belief. */
const weakUpTo = 1;

/** Tells whether an effect rests on belief: no evidence level, or the lowest two. */
export function isWeak({ evidence }: Pick<Effect, 'evidence'>): boolean {
	return (evidence.level ?? 0) <= weakUpTo;
}

/** Gives the one number of an effect; what nobody estimated is said in words, never as 0. */
export function effectNumber(effect: Effect, tongue: Tongue): NumberText {
	if (effect.amount !== null) return amountText(effect.amount, effect.unit, tongue);
	if (effect.formula) return computedNumber(effect, tongue);
	if (effect.strength !== null) return { text: strengthText(effect, tongue) };
	return { text: tongue.t('card.effect.no-number') };
}

/** Gives the one number of a contribution, with its timing. */
function contributionNumber(contribution: Contribution, tongue: Tongue): NumberText {
	const { kind, amount, hours, timing } = contribution;
	const timed = ({ text, range }: NumberText) => ({
		text: tongue.t(`card.contribution.${timing}`, { amount: text }),
		range
	});
	if (kind === 'hours' && hours !== null) {
		return timed(amountText(hours, tongue.t('card.hours'), tongue));
	}
	if (amount !== null) return timed(moneyText(amount, tongue));
	return { text: tongue.t(`card.contribution.${kind}.empty`) };
}

type Total = { readonly unit: 'money' | 'hours'; readonly timing: Contribution['timing'] };

const totals: readonly Total[] = [
	{ unit: 'money', timing: 'once' },
	{ unit: 'money', timing: 'yearly' },
	{ unit: 'hours', timing: 'once' },
	{ unit: 'hours', timing: 'yearly' }
];

function entered(contribution: Contribution, { unit, timing }: Total): Quantity {
	if (contribution.timing !== timing) return null;
	if (unit === 'hours') return contribution.kind === 'hours' ? contribution.hours : null;
	return contribution.amount;
}

/** Adds up best guesses, lows and highs: the ends are what it comes to when all are low, or high. */
function sumOf(quantities: readonly Exclude<Quantity, null>[]): Exclude<Quantity, null> {
	const sum = { low: 0, likely: 0, high: 0 };
	for (const quantity of quantities) {
		const guess = bestGuess(quantity) ?? 0;
		sum.likely += guess;
		sum.low += typeof quantity === 'number' ? guess : quantity.low;
		sum.high += typeof quantity === 'number' ? guess : quantity.high;
	}
	return sum.low === sum.high ? sum.likely : sum;
}

function totalText(total: Total, sum: Exclude<Quantity, null>, tongue: Tongue): NumberText {
	const { text, range } =
		total.unit === 'money'
			? moneyText(sum, tongue)
			: amountText(sum, tongue.t('card.hours'), tongue);
	return { text: tongue.t(`card.contribution.${total.timing}`, { amount: text }), range };
}

/**
 * Writes what several contributions put in as they were entered, money apart from hours and what is
 * given once apart from what is given each year, because those can't be added up.
 */
export function contributionLines(
	contributions: readonly Contribution[],
	tongue: Tongue
): NumberText[] {
	const [only] = contributions;
	if (only && contributions.length === 1) return [contributionNumber(only, tongue)];
	const lines = totals.flatMap((total): NumberText[] => {
		const amounts = contributions.flatMap((one) => entered(one, total) ?? []);
		if (amounts.length === 0) return [];
		return [totalText(total, sumOf(amounts), tongue)];
	});
	const unknown = contributions.filter((one) =>
		totals.every((total) => entered(one, total) === null)
	).length;
	if (unknown === 0) return lines;
	return [...lines, { text: tongue.t('card.contribution.unknown', { count: unknown }) }];
}

/** Says how much of what is put in has not been pledged; nothing when all of it has. */
export function pledgeText(
	contributions: readonly Contribution[],
	{ t }: Tongue
): string | undefined {
	const open = contributions.filter(({ confirmed }) => !confirmed).length;
	if (open === 0) return undefined;
	return t('card.contribution.open', { open, count: contributions.length });
}

/** Says what reaches a party, as long as it is not valued in euros: `3 baten, 1 nadeel`. */
export function receiptText(receipts: readonly Receipt[], { t }: Tongue): string {
	const harms = receipts.filter(({ effect }) => effect.direction === 'harm').length;
	return t('card.receiver.count', { benefits: receipts.length - harms, harms });
}
