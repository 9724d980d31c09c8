import { putArgument } from '#lib/document/session/write-critic.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { record, saidSchema } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { checkTarget } from '../deliberation/target.ts';
import { defineCommand } from './command.ts';

/** Gives one's best argument for a measure, in the place of what one said for it before. */
export const argueFor = defineCommand({
	type: 'argue-for',
	fields: { measureId: idSchema, text: saidSchema },
	perform: async (context, { measureId, text }) => {
		await checkTarget(context, { kind: 'measure', id: measureId, field: null });
		const { at, by, body } = await record(context, {
			kind: 'argue-for',
			subject: measureId,
			body: { measureId, text }
		});
		await changeSession(context, (document) => putArgument(document, { ...body, at, by }));
		return { measureId };
	}
});
