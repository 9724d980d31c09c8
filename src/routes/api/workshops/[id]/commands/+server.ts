import { giveCommand } from '#lib/server/commands/give-command.ts';
import { memberEndpoint } from '#lib/server/endpoint.ts';
import { parseJson, readText } from '#lib/server/request-body.ts';

const mostBytes = 64_000;

/** Does what a member asks; see the folder of commands for what can be asked. */
export const POST = memberEndpoint(async ({ app, event, member }) =>
	giveCommand({ app, member }, parseJson(await readText(event.request, mostBytes)))
);
