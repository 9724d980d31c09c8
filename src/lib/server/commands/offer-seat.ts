import * as v from 'valibot';
import { offerSeat as showOffer } from '#lib/document/session/write-seat.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** The critic offers their seat to whoever takes it, or keeps it after all. */
export const offerSeat = defineCommand({
	type: 'offer-seat',
	fields: { offered: v.boolean() },
	perform: async (context, { offered }) => {
		const by = offered ? context.member.id : undefined;
		await changeSession(context, (document) => showOffer(document, by));
		return { offered };
	}
});
