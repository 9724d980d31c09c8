import type {
	AnswerStore,
	BlindAnswer,
	BlindEstimate,
	BlindRound,
	RoundResult
} from '../answers.ts';
import type { Database } from '../database.ts';
import { all, get, run, type Work } from './statement.ts';

type StoredRound = {
	id: string;
	workshopId: string;
	subject: string;
	anonymous: number;
	hidden: number;
	minGroupSize: number;
	result: string | null;
	openedAt: number;
};

type StoredEstimate = { giver: string; partyId: string | null; answer: string };

const roundColumns = `id, workshop_id AS "workshopId", subject, anonymous, hidden,
	min_group_size AS "minGroupSize", result, opened_at AS "openedAt"`;

type RoundStore = Pick<
	AnswerStore,
	| 'openRound'
	| 'findRound'
	| 'submitEstimate'
	| 'listEstimates'
	| 'resetRound'
	| 'cancelRound'
	| 'revealRound'
>;

/** Blind rounds and the estimates in them. */
export function roundStore(database: Database): RoundStore {
	const whileOpen = (id: string, change: () => Work<unknown>) =>
		database.transaction(() => ifOpen(id, change));
	return {
		openRound: (round) => database.transaction(() => openRound(round)),
		findRound: (workshopId, id) => database.read(() => findRound(workshopId, id)),
		submitEstimate: (id, estimate) => whileOpen(id, () => put(id, estimate)),
		listEstimates: (id) => database.read(() => estimatesOf(id)),
		resetRound: (id) =>
			whileOpen(id, () => run('DELETE FROM blind_estimates WHERE round_id = ?', id)),
		cancelRound: (id) => whileOpen(id, () => run('DELETE FROM blind_rounds WHERE id = ?', id)),
		revealRound: (id, resultOf) => database.transaction(() => revealRound(id, resultOf))
	};
}

function* ifOpen(id: string, change: () => Work<unknown>): Work<boolean> {
	const open = yield* get('SELECT 1 FROM blind_rounds WHERE id = ? AND result IS NULL', id);
	if (open === undefined) return false;
	yield* change();
	return true;
}

function* findRound(workshopId: string, id: string): Work<BlindRound | undefined> {
	const row = yield* get<StoredRound>(
		`SELECT ${roundColumns} FROM blind_rounds WHERE workshop_id = ? AND id = ?`,
		workshopId,
		id
	);
	return row && roundOf(row);
}

function* openRound(round: BlindRound): Work<boolean> {
	const { id, workshopId, subject } = round;
	if (yield* get('SELECT 1 FROM blind_rounds WHERE id = ?', id)) return true;
	const added = yield* run(
		`INSERT INTO blind_rounds (id, workshop_id, topic, subject, anonymous, hidden, min_group_size, opened_at)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
		id,
		workshopId,
		subject.kind === 'practice' ? 'practice' : `${subject.effectId}/${subject.field}`,
		JSON.stringify(subject),
		Number(round.anonymous),
		Number(round.hidden),
		round.minGroupSize,
		round.openedAt
	);
	return added > 0;
}

function* put(roundId: string, estimate: BlindEstimate): Work<void> {
	const { giver, partyId, numbers, reason } = estimate;
	yield* run(
		`INSERT INTO blind_estimates (round_id, giver, party_id, answer) VALUES (?, ?, ?, ?)
		ON CONFLICT (round_id, giver) DO UPDATE SET party_id = excluded.party_id, answer = excluded.answer`,
		roundId,
		giver,
		partyId,
		JSON.stringify({ numbers, reason })
	);
}

function* estimatesOf(roundId: string): Work<BlindEstimate[]> {
	const rows = yield* all<StoredEstimate>(
		`SELECT giver, party_id AS "partyId", answer FROM blind_estimates WHERE round_id = ?
		ORDER BY giver`,
		roundId
	);
	return rows.map(({ answer, ...who }) => ({ ...who, ...(JSON.parse(answer) as BlindAnswer) }));
}

function* revealRound(
	id: string,
	resultOf: Parameters<AnswerStore['revealRound']>[1]
): Work<RoundResult | undefined> {
	const row = yield* get<{ result: string | null }>(
		'SELECT result FROM blind_rounds WHERE id = ?',
		id
	);
	if (!row) return undefined;
	if (row.result !== null) return JSON.parse(row.result) as RoundResult;
	const result = resultOf(yield* estimatesOf(id));
	yield* run('UPDATE blind_rounds SET result = ? WHERE id = ?', JSON.stringify(result), id);
	yield* run('DELETE FROM blind_estimates WHERE round_id = ?', id);
	return result;
}

function roundOf(row: StoredRound): BlindRound {
	return {
		...row,
		subject: JSON.parse(row.subject) as BlindRound['subject'],
		anonymous: row.anonymous === 1,
		hidden: row.hidden === 1,
		result: row.result === null ? undefined : (JSON.parse(row.result) as RoundResult)
	};
}
