import * as v from 'valibot';
import { putExperiment } from '#lib/document/session/write-premortem.ts';
import { dateSchema } from '#lib/domain/date.ts';
import { idSchema } from '#lib/domain/identifier.ts';
import { amountQuantitySchema } from '#lib/domain/quantity.ts';
import { maybeSaidSchema, record, saidSchema } from '../deliberation/record.ts';
import { checkExperiment } from '../deliberation/experiment.ts';
import { changeSession } from '../deliberation/session.ts';
import { checkTarget } from '../deliberation/target.ts';
import { defineCommand } from './command.ts';

/** Plans a small experiment for an effect that rests on belief, or changes the plan. */
export const planExperiment = defineCommand({
	type: 'plan-experiment',
	fields: {
		experimentId: v.optional(v.string()),
		effectId: idSchema,
		test: saidSchema,
		stopRule: maybeSaidSchema,
		cost: v.optional(amountQuantitySchema, null),
		date: v.optional(v.nullable(dateSchema), null),
		changesOurMind: maybeSaidSchema
	},
	perform: async (context, { experimentId, ...plan }) => {
		await checkTarget(context, { kind: 'effect', id: plan.effectId, field: null });
		if (experimentId !== undefined) await checkExperiment(context, experimentId);
		const said = await record(context, {
			kind: 'plan-experiment',
			subject: experimentId ?? context.app.newId(),
			body: plan
		});
		const { subject: id, at, by, body } = said;
		await changeSession(context, (document) => putExperiment(document, { id, ...body, at, by }));
		return { experimentId: id };
	}
});
