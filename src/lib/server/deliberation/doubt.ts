import type { Doubt } from '#lib/document/session/critic.ts';
import type { Target } from '#lib/domain/challenge.ts';
import { ApiError } from '../api-error.ts';
import type { CommandContext } from '../commands/command.ts';
import type { HandIn } from '../store/deeds.ts';
import { sessionNow } from './session.ts';
import { shuffled } from './shuffled.ts';

/** A number that somebody does not believe. */
type Doubted = { readonly target: Target; readonly reason: string };

/** @throws {ApiError} 409 when this question is not open now */
export async function openDoubtOf(context: CommandContext, doubtId: string): Promise<Doubt> {
	const { doubt } = await sessionNow(context);
	if (doubt?.open && doubt.id === doubtId) return doubt;
	throw new ApiError('not-now', 'This question is not being asked now.', { path: 'doubtId' });
}

/** What people named until now. */
export async function doubtersOf(
	{ app, member }: CommandContext,
	doubtId: string
): Promise<Doubted[]> {
	const cards = await app.store.handedIn(member.workshopId, doubtId);
	return readDoubts(cards);
}

/** Reads what was handed in for this question. */
export function readDoubts(cards: readonly HandIn[]): Doubted[] {
	// Only name-doubt hands in for a doubt, and it checks what it writes.
	return cards.map(({ body }) => JSON.parse(body) as Doubted);
}

/** Counts numbers, most often named first; reasons in an order that says nothing of who came first. */
export function tallied(doubts: readonly Doubted[], newId: () => string): Doubt['named'] {
	const byNumber = new Map<string, { target: Target; count: number; reasons: string[] }>();
	for (const { target, reason } of shuffled(doubts, newId)) {
		const key = JSON.stringify([target.kind, target.id, target.field]);
		const { count, reasons } = byNumber.get(key) ?? { count: 0, reasons: [] };
		const said = reason ? [...reasons, reason] : reasons;
		byNumber.set(key, { target, count: count + 1, reasons: said });
	}
	return [...byNumber.values()].sort((one, other) => other.count - one.count);
}
