import type { SavedTable } from '#lib/components/chart/saved-table.ts';
import type { Estimate } from '#lib/domain/round.ts';
import type { Tongue } from '#lib/i18n/translate.ts';
import type { RevealedNumber, RevealedRound } from './revealed.ts';

/**
 * What was revealed of a number as it is saved: every estimate in the order of the screen, without
 * names or reasons, what they come to together, and what stands in the plan.
 */
export function savedReveal(
	{ rounds, planned }: RevealedNumber,
	caption: string,
	{ t }: Pick<Tongue, 't'>
): SavedTable {
	return {
		caption,
		columns: [
			t('reveal.saved.round'),
			t('reveal.saved.what'),
			...[t('quantity.low'), t('quantity.likely'), t('quantity.high')],
			t('quantity.confidence')
		],
		rows: [
			...rounds.flatMap((round) => roundRows(round, t)),
			...(planned === undefined ? [] : [[null, t('reveal.saved.plan'), null, planned, null, null]])
		]
	};
}

type Saved = Pick<Estimate, 'low' | 'likely' | 'high'> & { readonly confidence?: number | null };

function roundRows({ round, estimates, pooled }: RevealedRound, t: Tongue['t']) {
	const row = (what: string, { low, likely, high, confidence }: Saved) => [
		...[round, what, low, likely, high, confidence ?? null]
	];
	return [
		...estimates.map((estimate) => row(t('reveal.saved.estimate'), estimate)),
		row(t('reveal.saved.together'), pooled)
	];
}
