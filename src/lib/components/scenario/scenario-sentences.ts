import type { Tongue } from '#lib/components/arena/number-text.ts';
import { doNothingId } from '#lib/domain/identifier.ts';
import type { Settings } from '#lib/domain/workshop.ts';
import { formatTypedPercent } from '#lib/i18n/format.ts';
import type { ComparisonRow } from './comparison.ts';

/** From these chances on a scenario is called so; below the last one nobody can tell. */
const certainties = [
	{ from: 0.95, called: 'sure' },
	{ from: 0.6, called: 'often' },
	{ from: 0.5, called: 'just' }
] as const;

/** What the comparison comes to, in the order in which that is looked at. */
type Verdict =
	| { readonly what: 'nothing-made' | 'no-euros' | 'unclear' }
	| {
			readonly what: 'best';
			readonly best: ComparisonRow;
			readonly certainty: (typeof certainties)[number]['called'];
			/** The one with the highest mean once wishful thinking is taken out. */
			readonly bestCorrected: ComparisonRow;
	  };

function verdictOf(rows: readonly ComparisonRow[]): Verdict {
	if (rows.every(({ id }) => id === doNothingId)) return { what: 'nothing-made' };
	const valued = rows.filter(({ compared }) => compared !== undefined);
	if (valued.every(({ id }) => id === doNothingId)) return { what: 'no-euros' };
	const best = highest(valued, (row) => row.compared?.chanceBest ?? 0);
	const chance = best?.compared?.chanceBest ?? 0;
	const certainty = certainties.find(({ from }) => chance >= from)?.called;
	const bestCorrected = highest(valued, (row) => row.corrected?.mean ?? 0);
	if (!best || !bestCorrected || !certainty || isShared(valued, chance)) return { what: 'unclear' };
	const stays = (best.corrected?.mean ?? 0) >= (bestCorrected.corrected?.mean ?? 0);
	return { what: 'best', best, certainty, bestCorrected: stays ? best : bestCorrected };
}

function highest(
	rows: readonly ComparisonRow[],
	figure: (row: ComparisonRow) => number
): ComparisonRow | undefined {
	return rows.reduce<ComparisonRow | undefined>(
		(best, row) => (best && figure(best) >= figure(row) ? best : row),
		undefined
	);
}

/** Two scenarios with the same chance, such as a copy and its original: neither is the best. */
function isShared(rows: readonly ComparisonRow[], chance: number): boolean {
	return rows.filter(({ compared }) => compared?.chanceBest === chance).length > 1;
}

/** Says which scenario does best in euros, and whether that rests on wishes; it changes when the numbers do. */
export function comparisonTitle(rows: readonly ComparisonRow[], { t }: Tongue): string {
	const verdict = verdictOf(rows);
	if (verdict.what !== 'best') return t(`scenarios.title.${verdict.what}`);
	const { best, certainty, bestCorrected } = verdict;
	return t('scenarios.title.best', {
		name: best.title,
		certainty,
		wish: best === bestCorrected ? 'no' : 'yes'
	});
}

/** What stands under the title: what correction does, over how long, in which euros, and what is left out. */
export function comparisonLead(
	{ rows, leftOut }: { readonly rows: readonly ComparisonRow[]; readonly leftOut: number },
	settings: Pick<Settings, 'horizonYears' | 'priceYear' | 'discountRate'>,
	{ t, current }: Tongue
): string {
	const verdict = verdictOf(rows);
	if (verdict.what === 'nothing-made') return t('scenarios.lead.nothing-made');
	if (verdict.what === 'no-euros') return t('scenarios.lead.no-euros', { leftOut });
	const basis = t('scenarios.lead.basis', {
		years: settings.horizonYears,
		price: String(settings.priceYear),
		rate: formatTypedPercent(current, settings.discountRate),
		leftOut
	});
	if (verdict.what !== 'best') return `${t('scenarios.lead.unclear')} ${basis}`;
	const { best, bestCorrected } = verdict;
	if (best.id === doNothingId) return basis;
	const stays = best === bestCorrected ? 'yes' : 'no';
	return `${t('scenarios.lead.corrected', { stays, name: bestCorrected.title })} ${basis}`;
}
