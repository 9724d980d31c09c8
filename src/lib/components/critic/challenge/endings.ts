import * as v from 'valibot';
import type { Investigator } from '#lib/document/session/challenges.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import { dateSchema } from '#lib/domain/date.ts';
import type { Party } from '#lib/domain/party.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** The four ways in which a challenge can end. */
export const endings = ['adjusted', 'substantiated', 'stands', 'investigate'] as const;

export type Ending = (typeof endings)[number];

/** An answer as it is being typed. */
export type Draft = { answer: string; evidence: string; who: string; investigateBy: string };

/** The first field that this ending can't do without and that is not filled in yet. */
export function missingIn(ending: Ending, draft: Draft): keyof Draft | undefined {
	if (ending === 'substantiated' && !draft.evidence.trim()) return 'evidence';
	if (ending === 'stands' && !draft.answer.trim()) return 'answer';
	if (ending !== 'investigate') return undefined;
	if (!draft.who) return 'who';
	return v.is(dateSchema, draft.investigateBy) ? undefined : 'investigateBy';
}

type Choosable = {
	readonly value: string;
	readonly label: string;
	readonly investigator: Investigator;
};

/** Lists who can find something out: the parties, and whoever takes part without sitting for one. */
export function investigators(
	members: SessionContent['members'],
	parties: readonly Party[],
	t: Translate
): Choosable[] {
	const ofParties = parties
		.filter(({ kind }) => kind === 'budget')
		.map(({ id, name }) => choosable({ kind: 'party', id }, name));
	const people = members
		.filter(({ role }) => role !== 'observer')
		.map(({ id, role, partyId }, place) => {
			const party = parties.find((one) => one.id === partyId)?.name;
			const person = t('challenge.investigator.member', {
				number: place + 1,
				role: t(`role.${role}`)
			});
			return choosable(
				{ kind: 'member', id },
				party ? t('challenge.who.for', { role: person, party }) : person
			);
		});
	return [...ofParties, ...people];
}

function choosable(investigator: Investigator, label: string): Choosable {
	return { value: `${investigator.kind} ${investigator.id}`, label, investigator };
}
