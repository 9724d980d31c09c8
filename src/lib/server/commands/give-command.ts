import * as v from 'valibot';
import { readSession } from '#lib/document/session/session.ts';
import { allowedInPhase, commandAccess } from '../access/access-table.ts';
import { ApiError } from '../api-error.ts';
import { check } from '../request-body.ts';
import type { Command, CommandContext, CommandResult } from './command.ts';
import { commands } from './index.ts';

const envelopeSchema = v.looseObject({
	id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/, 'An id of 1 to 64 letters and digits.')),
	type: v.string()
});

/** Commands that are being done, so that a repeat that comes meanwhile waits for the first. */
const underWay = new Map<string, Promise<CommandResult>>();

/**
 * Does what a member asks, once: a command that comes again with the same id gets the same answer.
 *
 * @throws {ApiError} 400 malformed or unknown, 403 not this role or phase, and what the command throws
 */
export async function giveCommand(
	{ app, member }: Omit<CommandContext, 'commandId'>,
	request: unknown
): Promise<CommandResult> {
	const { id, type } = check(envelopeSchema, request);
	const context = { app, member, commandId: id };
	const command = commands.get(type);
	if (!command)
		throw new ApiError('unknown-command', 'There is no such command.', { path: 'type' });
	await refuseByTable(context, type);
	const { id: _id, type: _type, ...fields } = request as Record<string, unknown>;
	const checked = check(v.strictObject(command.fields), fields);
	const key = `${member.id} ${id}`;
	const running = underWay.get(key) ?? once(context, command, checked);
	underWay.set(key, running);
	try {
		return await running;
	} finally {
		underWay.delete(key);
	}
}

async function refuseByTable({ app, member }: CommandContext, type: string): Promise<void> {
	const row = commandAccess[type];
	if (!row) throw new Error(`Command ${type} is not in the access table.`);
	if (!row.roles.includes(member.role)) {
		throw new ApiError('wrong-role', `${type} is not for the role of ${member.role}.`);
	}
	if (row.phases === 'every') return;
	const { phase } = await app.hub.read(member.workshopId, 'session', readSession);
	if (allowedInPhase(row, phase)) return;
	throw new ApiError('wrong-phase', `${type} is not for the phase ${phase}.`);
}

async function once(
	context: CommandContext,
	command: Command,
	fields: Record<string, unknown>
): Promise<CommandResult> {
	const { app, member, commandId } = context;
	const earlier = await app.store.commandResult(member.id, commandId);
	if (earlier !== undefined) return JSON.parse(earlier) as CommandResult;
	const result = await command.perform(context, fields);
	const kept = command.answerIsSecret ? { repeated: true } : result;
	await app.store.recordCommand(member.id, commandId, JSON.stringify(kept));
	return result;
}
