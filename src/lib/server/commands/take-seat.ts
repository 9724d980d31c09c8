import { offerSeat } from '#lib/document/session/write-seat.ts';
import { ApiError } from '../api-error.ts';
import { record } from '../deliberation/record.ts';
import { changeSession, sessionNow } from '../deliberation/session.ts';
import { otherMember } from '../workshops/members.ts';
import { giveRole } from '../workshops/roles.ts';
import { defineCommand } from './command.ts';

/**
 * Takes the critic's seat, when nobody has it or the critic offers it. Who offered it takes part as
 * everybody else from then on.
 */
export const takeSeat = defineCommand({
	type: 'take-seat',
	fields: {},
	perform: async (context) => {
		const { app, member } = context;
		const { members, seatOfferedBy } = await sessionNow(context);
		const critics = members.filter(({ role }) => role === 'critic');
		const leaving = critics.find(({ id }) => id === seatOfferedBy);
		if (critics.length > 0 && !leaving) {
			throw new ApiError('not-now', 'Somebody has this seat. Ask them to offer it.');
		}
		const from = leaving?.id ?? null;
		await record(context, { kind: 'take-seat', subject: member.id, body: { from } });
		await giveRole(app, member, 'critic');
		await changeSession(context, (document) => offerSeat(document, undefined));
		if (leaving) {
			await giveRole(
				app,
				await otherMember(app.store, member.workshopId, leaving.id),
				'participant'
			);
		}
		return { role: 'critic' };
	}
});
