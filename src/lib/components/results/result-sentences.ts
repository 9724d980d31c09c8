import { doNothingId } from '#lib/domain/identifier.ts';
import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import type { Tongue } from '#lib/i18n/translate.ts';

type Judged = Pick<
	ScenarioValue,
	'id' | 'chanceNetPositive' | 'net' | 'correctedNet' | 'benefit' | 'harm' | 'cost'
>;

/** From this chance on an outcome is almost certain, and from this one on it is likely. */
const almostCertain = 0.95;
const likely = 0.6;

/** How likely it is that more comes back than goes in, or which half of the question has no euros yet. */
function verdictOf({ chanceNetPositive: chance, benefit, harm, cost }: Judged): string {
	if (benefit.mean === 0) return cost.mean === 0 && harm.mean < 0 ? 'onlyHarm' : 'noBenefit';
	if (cost.mean === 0) return 'noCost';
	if (chance >= almostCertain) return 'surely';
	if (chance >= likely) return 'likely';
	if (chance <= 1 - almostCertain) return 'surelyNot';
	return chance <= 1 - likely ? 'unlikely' : 'unsure';
}

/** Says in one sentence what comes of a scenario, and whether correction turns that around. */
export function resultTitle(
	value: Judged,
	{ hasEuros, scenario }: { readonly hasEuros: boolean; readonly scenario: string },
	{ t }: Tongue
): string {
	if (value.id === doNothingId) return t('matrix.title.do-nothing');
	if (!hasEuros) return t('matrix.title.nothing');
	const turned = value.net.mean > 0 && value.correctedNet.mean < 0 && value.cost.mean > 0;
	return t('result.title', {
		scenario,
		verdict: verdictOf(value),
		turned: turned ? 'yes' : 'no'
	});
}
