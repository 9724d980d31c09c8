import * as v from 'valibot';
import type { BoardContent } from '#lib/document/content.ts';
import { rootOf } from '#lib/document/roots.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import { targetKinds, type Target } from '#lib/domain/challenge.ts';
import { doNothingId, idSchema } from '#lib/domain/identifier.ts';
import { ApiError } from '../api-error.ts';
import type { CommandContext } from '../commands/command.ts';
import { readBoard } from '../workshops/documents.ts';
import { sessionNow } from './session.ts';

/** What a command is about: a record, and a place in it or null for the record as a whole. */
export const targetFields = v.strictObject({
	kind: v.picklist(targetKinds),
	id: idSchema,
	field: v.optional(v.nullable(v.pipe(v.string(), v.minLength(1), v.maxLength(200))), null)
});

/** @throws {ApiError} 404 when what it is about is not on the board or in the session */
export async function checkTarget(context: CommandContext, target: Target): Promise<void> {
	const { app, member } = context;
	const exists =
		target.kind === 'round'
			? roundExists(await sessionNow(context), target)
			: await readBoard(app.hub, member.workshopId, (board) => isOnBoard(board, target));
	if (exists) return;
	throw new ApiError('not-here', `There is no such ${target.kind} here.`, { path: 'target.id' });
}

function roundExists({ rounds }: SessionContent, { id }: Target): boolean {
	return rounds.some((round) => round.id === id);
}

function isOnBoard(board: BoardContent, { kind, id }: Target): boolean {
	if (kind === 'round') return false;
	if (kind === 'workshop') return id === board.workshop.id;
	if (kind === 'scenario' && id === doNothingId) return true;
	return board[rootOf[kind]].some((record) => record.id === id);
}
