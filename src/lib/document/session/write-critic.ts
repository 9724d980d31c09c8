import type * as Y from 'yjs';
import type { Challenge, Target } from '#lib/domain/challenge.ts';
import type { ChallengeStep } from './challenges.ts';
import type { BestArgument, Dismissal } from './critic.ts';
import { putIn, takeFrom } from './put.ts';
import { listReaders } from './shape.ts';

/** What people say about findings and measures; written as write.ts says. */

/** Adds a challenge with its first step; one that is there already stays as it is. */
export function raiseChallenge(doc: Y.Doc, challenge: Challenge, step: ChallengeStep): void {
	if (doc.getMap('challenges').has(challenge.id)) return;
	const { at, by } = step;
	putIn(doc, 'challenges', challenge.id, { ...challenge, at, by, history: [step] });
}

/** Ends a challenge, or ends it otherwise than before; the same step twice counts once. */
export function answerChallenge(doc: Y.Doc, challengeId: string, step: ChallengeStep): void {
	const challenge = listReaders.challenges(doc.getMap('challenges').get(challengeId));
	if (!challenge || challenge.history.some(({ id }) => id === step.id)) return;
	const { status, answer, evidence, investigator, investigateBy } = step;
	putIn(doc, 'challenges', challengeId, {
		...challenge,
		...{ status, answer, evidence, investigator, investigateBy },
		answeredByPartyId: step.by.partyId,
		history: [...challenge.history, step]
	});
}

type FindingPlace = { readonly rule: string; readonly target: Target };

/** Sets a finding aside, with the reason. */
export function putDismissal(doc: Y.Doc, dismissal: Dismissal): void {
	putIn(doc, 'dismissals', keyOfFinding(dismissal), dismissal);
}

/** Puts a finding back among those that ask for attention. */
export function takeDismissal(doc: Y.Doc, finding: FindingPlace): void {
	takeFrom(doc, 'dismissals', keyOfFinding(finding));
}

/** Keeps somebody's best argument for a measure; each has one per measure. */
export function putArgument(doc: Y.Doc, argument: BestArgument): void {
	putIn(doc, 'arguments', `${argument.measureId} ${argument.by?.memberId ?? ''}`, argument);
}

function keyOfFinding({ rule, target: { kind, id, field } }: FindingPlace): string {
	return [rule, kind, id, ...(field === null ? [] : [field])].join(' ');
}
