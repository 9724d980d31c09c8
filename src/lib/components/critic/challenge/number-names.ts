import type { Tongue } from '#lib/components/arena/number-text.ts';
import type { BoardContent } from '#lib/document/content.ts';
import type { Target } from '#lib/domain/challenge.ts';
import { numbersOfEffect, numbersOfMeasure } from '#lib/domain/critic/questionable-fields.ts';

/** Names of the numbers that an effect or measure has itself. */
const ownNames = {
	amount: 'card.effect.amount',
	unitValue: 'card.effect.value',
	probability: 'card.effect.probability',
	deadweight: 'card.effect.deadweight',
	attributionToOthers: 'card.effect.attributionToOthers',
	displacement: 'card.effect.displacement',
	dropOff: 'card.effect.dropOff',
	reach: 'card.measure.reach',
	startMonth: 'challenge.field.startMonth',
	durationMonths: 'challenge.field.durationMonths'
} as const;

type Card = Pick<Target, 'kind' | 'id'>;

/** Lists the numbers of a card that somebody can put a question to. */
export function numbersOf(
	{ kind, id }: Card,
	{ effects, measures }: Pick<BoardContent, 'effects' | 'measures'>
): string[] {
	const effect = kind === 'effect' ? effects.find((one) => one.id === id) : undefined;
	const measure = kind === 'measure' ? measures.find((one) => one.id === id) : undefined;
	return effect ? numbersOfEffect(effect) : measure ? numbersOfMeasure(measure) : [];
}

/** Says which number a field is, as the card calls it; undefined for a field that is no number of it. */
export function numberName(
	field: string,
	target: Card,
	content: Pick<BoardContent, 'parties' | 'measures'>,
	{ t }: Tongue
): string | undefined {
	const own = Object.entries(ownNames).find(([name]) => name === field);
	if (own) return t(own[1]);
	const [list, key = '', part] = field.split('.');
	const party = (partyId: string) => content.parties.find(({ id }) => id === partyId)?.name;
	if (list === 'recipients') return t('challenge.field.recipient', { party: party(key) ?? key });
	if (list === 'inputs') return t('challenge.field.input', { name: key });
	if (list !== 'contributions') return undefined;
	const measure = content.measures.find(({ id }) => id === target.id);
	const given = measure?.contributions.find(({ id }) => id === key);
	const name = (given && party(given.partyId)) ?? key;
	return t(part === 'hours' ? 'challenge.field.hours' : 'challenge.field.money', { party: name });
}
