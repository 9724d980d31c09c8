import type * as Y from 'yjs';
import type { Scenario } from '#lib/domain/scenario.ts';
import {
	workshopFormat,
	workshopVersion,
	type Problem,
	type WorkshopFile
} from '#lib/domain/workshop-file.ts';
import type { Settings } from '#lib/domain/workshop.ts';
import { agreedIn, withAgreed } from './agreed.ts';
import type { BoardContent } from './content.ts';
import { mapsOf } from './maps.ts';
import { migrate } from './migrations/migrate.ts';
import type { Random } from './order.ts';
import { exportedChallenges, exportedRounds } from './session/export.ts';
import type { SessionContent } from './session/shape.ts';
import { putRound } from './session/write-round.ts';
import { adoptScenario, putChallenge } from './session/write.ts';
import { replaceContent } from './verbs/replace.ts';

/**
 * Makes a board document equal to a workshop file, in one transaction; for the server, which has no undo.
 * What is the same already is left alone, so this also puts an earlier version back.
 */
export function boardFromFile(
	file: WorkshopFile,
	doc: Y.Doc,
	{ newId, random }: { readonly newId: () => string; readonly random: Random }
): void {
	const commit = (change: () => void) => doc.transact(change);
	doc.transact(() => {
		migrate(doc);
		replaceContent({ maps: mapsOf(doc), newId, random, commit }, file);
	});
}

/** Fills an empty session document with the rounds, challenges and adopted scenarios of a workshop file. */
export function sessionFromFile(file: WorkshopFile, doc: Y.Doc): void {
	doc.transact(() => {
		migrate(doc);
		for (const round of file.rounds) putRound(doc, { ...round, ready: round.estimates.length });
		for (const challenge of file.challenges) putChallenge(doc, challenge);
		for (const scenario of file.scenarios) {
			if (scenario.status !== 'adopted') continue;
			adoptScenario(doc, { scenarioId: scenario.id, reason: '', agreed: agreedIn(scenario) });
		}
	});
}

/** A workshop file, and what could not be written down as it was. */
export type Exported = { readonly file: WorkshopFile; readonly warnings: readonly Problem[] };

/**
 * Writes the board and session as a workshop file that always parses, with adopted scenarios as they were agreed on.
 * A session can be about something that is no longer on the board: such rounds are left out, such challenges
 * are kept and put to the whole workshop, each with a warning. How many people take part is counted
 * from the members where there are any.
 */
export function fileFromBoard(board: BoardContent, session: SessionContent): Exported {
	const content = withAgreed(board, session.adopted);
	const warnings: Problem[] = [];
	const rounds = exportedRounds(content, session.rounds, warnings);
	const challenges = exportedChallenges(
		{ content, rounds, challenges: session.challenges },
		warnings
	);
	const adopted = new Set(session.adopted.map(({ scenarioId }) => scenarioId));
	const file: WorkshopFile = {
		format: workshopFormat,
		version: workshopVersion,
		workshop: { ...content.workshop, people: peopleOf(content.workshop, session) },
		parties: [...content.parties],
		indicators: [...content.indicators],
		causes: [...content.causes],
		measures: [...content.measures],
		effects: [...content.effects],
		scenarios: content.scenarios.map((scenario) => withStatus(scenario, adopted)),
		rounds,
		challenges
	};
	return { file, warnings };
}

function withStatus(scenario: Scenario, adopted: ReadonlySet<string>): Scenario {
	return adopted.has(scenario.id) ? { ...scenario, status: 'adopted' } : scenario;
}

function peopleOf({ people }: Settings, { members }: SessionContent): Settings['people'] {
	if (members.length === 0) return people;
	const count = (role: string) => members.filter((member) => member.role === role).length;
	return {
		facilitator: count('facilitator'),
		participant: count('participant'),
		critic: count('critic')
	};
}
