import type * as v from 'valibot';
import type { App } from '../app.ts';
import type { MemberRow } from '../store/store.ts';

/** What a command works on: the server, and the member who gave it. */
export type CommandContext = {
	readonly app: App;
	readonly member: MemberRow;
	/** Id of this command, made by the client; a command that is sent again has the same. */
	readonly commandId: string;
};

/** Answer of a command; an empty object when there is nothing to tell. */
export type CommandResult = Readonly<Record<string, unknown>>;

/**
 * Something that a member asks the server to do. Who may, and in which phase, stands in the access
 * table; a command that is sent again by the same id is not done again.
 */
export type Command<Fields extends v.ObjectEntries = v.ObjectEntries> = {
	readonly type: string;
	readonly fields: Fields;
	/** True when the answer holds a secret: a repeat then only hears that it was done. */
	readonly answerIsSecret?: boolean;
	/** @throws {ApiError} 400, 404 or 409 when it can't be done */
	readonly perform: (
		context: CommandContext,
		fields: v.InferOutput<v.StrictObjectSchema<Fields, undefined>>
	) => Promise<CommandResult>;
};

/** Keeps the types of a command's fields where the command is written down. */
export function defineCommand<Fields extends v.ObjectEntries>(command: Command<Fields>): Command {
	return command as unknown as Command;
}
