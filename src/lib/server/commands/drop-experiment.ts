import * as v from 'valibot';
import { takeExperiment } from '#lib/document/session/write-premortem.ts';
import { checkExperiment } from '../deliberation/experiment.ts';
import { record } from '../deliberation/record.ts';
import { changeSession } from '../deliberation/session.ts';
import { defineCommand } from './command.ts';

/** Gives up an experiment; that it was planned stays on record. */
export const dropExperiment = defineCommand({
	type: 'drop-experiment',
	fields: { experimentId: v.string() },
	perform: async (context, { experimentId }) => {
		await checkExperiment(context, experimentId);
		await record(context, { kind: 'drop-experiment', subject: experimentId, body: {} });
		await changeSession(context, (document) => takeExperiment(document, experimentId));
		return { experimentId };
	}
});
