import { readSession } from '#lib/document/session/session.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import type { CommandContext } from '../commands/command.ts';
import type { Hub } from '../rooms/hub.ts';

type Work = Parameters<Hub['change']>[3];

/** Reads what everybody may see of the session now. */
export function sessionNow({ app, member }: CommandContext): Promise<SessionContent> {
	return app.hub.read(member.workshopId, 'session', readSession);
}

/** Changes the session as the server; resolves when it is durable and shown. */
export function changeSession({ app, member }: CommandContext, work: Work): Promise<void> {
	return app.hub.change(member.workshopId, 'session', null, work);
}
