import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../running-server.ts';
import type { Visitor } from '../visitor.ts';
import { memberOf, refusalOf, seatTable, sessionOf, soundExample, type Table } from './table.ts';

let server: RunningServer;
let table: Table;
const [effect] = soundExample.effects;
const measure = soundExample.measures.find(({ id }: { id: string }) => effect.measureIds[0] === id);
const target = { kind: 'effect', id: effect.id, field: 'amount' };
const question = { type: 'raise-challenge', target, text: 'Is this number right?', severity: 3 };

beforeAll(async () => {
	server = await startServer({ ORIGIN: 'https://arena.example' });
}, 120_000);
afterAll(() => server.stop());
beforeEach(async () => {
	table = await seatTable(server, soundExample);
});

async function raise(by: Visitor = table.critic, change: object = {}): Promise<string> {
	const { status, json } = await by.command(table.id, { ...question, ...change });
	expect(status).toBe(200);
	return json.challengeId;
}

function answer(by: Visitor, challengeId: string, ending: object = { status: 'adjusted' }) {
	return by.command(table.id, { type: 'answer-challenge', challengeId, ...ending });
}

async function challenge(id: string) {
	const { challenges } = await sessionOf(table.observer, table.id);
	return challenges.find((one: { id: string }) => one.id === id);
}

describe('raise-challenge', () => {
	test('puts a question about a number to everybody, with who asked and when', async () => {
		const id = await raise();
		const { id: memberId } = await memberOf(table.critic, table.id);
		const by = { memberId, role: 'critic', partyId: null };
		expect(await challenge(id)).toMatchObject({
			...{ target, text: question.text, severity: 3, status: 'open', ruleId: null, by },
			history: [{ status: 'open', by }]
		});
		expect(Date.parse((await challenge(id)).at)).toBeGreaterThan(0);
	});

	test('is for participants and the facilitator too, not for an observer', async () => {
		await raise(table.participant);
		await raise(table.facilitator);
		const refused = await table.observer.command(table.id, question);
		expect(refusalOf(refused)).toEqual([403, 'wrong-role']);
	});

	test('may be about any card or line, but not about what is not there', async () => {
		await raise(table.critic, { target: { kind: 'party', id: soundExample.parties[0].id } });
		await raise(table.critic, { target: { kind: 'scenario', id: 'do-nothing' } });
		await raise(table.critic, { target: { kind: 'workshop', id: soundExample.workshop.id } });
		const missing = { kind: 'effect', id: 'nothing' };
		const refused = await table.critic.command(table.id, { ...question, target: missing });
		expect(refusalOf(refused)).toEqual([404, 'not-here']);
	});

	test('of a finding that was taken over already gives the challenge that is there', async () => {
		const id = await raise(table.critic, { ruleId: 'E01' });
		expect(await raise(table.participant, { ruleId: 'E01' })).toBe(id);
		expect(await raise(table.participant, { ruleId: 'E02' })).not.toBe(id);
		await answer(table.facilitator, id);
		expect(await raise(table.participant, { ruleId: 'E01' })).not.toBe(id);
	});

	test('says something, by a rule that exists and in a severity that exists', async () => {
		for (const wrong of [{ text: '  ' }, { ruleId: 'Z99' }, { severity: 4 }, { extra: 1 }]) {
			const refused = await table.critic.command(table.id, { ...question, ...wrong });
			expect(refusalOf(refused)).toEqual([400, 'malformed']);
		}
		const long = await table.critic.command(table.id, { ...question, text: 'x'.repeat(2001) });
		expect(refusalOf(long)).toEqual([400, 'malformed']);
	});

	test('that is sent twice asks once', async () => {
		const same = { ...question, id: 'once' };
		await table.critic.command(table.id, same);
		await table.critic.command(table.id, same);
		expect((await sessionOf(table.observer, table.id)).challenges).toHaveLength(1);
	});
});

describe('answer-challenge', () => {
	test('is for who sits there for the party that leads the measure', async () => {
		const id = await raise(table.critic, { target: { kind: 'measure', id: measure.id } });
		expect(refusalOf(await answer(table.participant, id))).toEqual([403, 'not-yours']);
		const partyId = measure.leadPartyId;
		await table.participant.command(table.id, { type: 'set-profile', partyId });
		expect((await answer(table.participant, id)).status).toBe(200);
		expect(await challenge(id)).toMatchObject({ status: 'adjusted', answeredByPartyId: partyId });
	});

	test('is for who brought in the effect, not for a party that has nothing to do with it', async () => {
		const involved = new Set([
			effect.initiatorPartyId,
			...soundExample.measures
				.filter(({ id }: { id: string }) => effect.measureIds.includes(id))
				.map(({ leadPartyId }: { leadPartyId: string }) => leadPartyId)
		]);
		const stranger = soundExample.parties.find(({ id }: { id: string }) => !involved.has(id));
		const id = await raise();
		for (const [partyId, status] of [
			[stranger.id, 403],
			[effect.initiatorPartyId ?? measure.leadPartyId, 200]
		]) {
			await table.participant.command(table.id, { type: 'set-profile', partyId });
			expect((await answer(table.participant, id)).status).toBe(status);
		}
	});

	test('is otherwise for the facilitator, and never for the critic or an observer', async () => {
		const id = await raise(table.participant, {
			target: { kind: 'workshop', id: soundExample.workshop.id }
		});
		const partyId = measure.leadPartyId;
		await table.critic.command(table.id, { type: 'set-profile', partyId });
		expect(refusalOf(await answer(table.critic, id))).toEqual([403, 'wrong-role']);
		expect(refusalOf(await answer(table.observer, id))).toEqual([403, 'wrong-role']);
		expect(refusalOf(await answer(table.participant, id))).toEqual([403, 'not-yours']);
		expect((await answer(table.facilitator, id)).status).toBe(200);
	});

	test('asks what each ending needs', async () => {
		const id = await raise();
		const { facilitator } = table;
		const person = await memberOf(table.participant, table.id);
		const investigator = { kind: 'member', id: person.id };
		const investigate = { status: 'investigate', investigator, investigateBy: '2199-01-31' };
		for (const [path, ending] of [
			['evidence', { status: 'substantiated', answer: 'There is proof.' }],
			['answer', { status: 'stands', evidence: 'proof' }],
			['investigator', { ...investigate, investigator: null }],
			['investigateBy', { ...investigate, investigateBy: null }],
			['investigateBy', { ...investigate, investigateBy: '2020-01-31' }],
			['investigateBy', { ...investigate, investigateBy: '2199-02-30' }],
			['status', { status: 'open' }]
		] as const) {
			const { status, json } = await answer(facilitator, id, ending);
			expect([status, json.error.path]).toEqual([400, path]);
		}
		const nobody = { ...investigate, investigator: { kind: 'member', id: 'nobody' } };
		expect((await answer(facilitator, id, nobody)).status).toBe(404);
		expect((await challenge(id)).history).toHaveLength(1);
		expect((await answer(facilitator, id, investigate)).status).toBe(200);
		expect(await challenge(id)).toMatchObject(investigate);
	});

	test('of another ending leaves what was said before in the history', async () => {
		const id = await raise();
		await answer(table.facilitator, id, { status: 'stands', answer: 'We trust it.' });
		const proof = { status: 'substantiated', answer: 'Looked up.', evidence: 'Report 12, page 3' };
		await answer(table.facilitator, id, proof);
		const { status, evidence, history } = await challenge(id);
		expect([status, evidence]).toEqual(['substantiated', proof.evidence]);
		expect(history).toMatchObject([
			{ status: 'open' },
			{ status: 'stands', answer: 'We trust it.' },
			proof
		]);
	});

	test('of what is not there is refused', async () => {
		expect(refusalOf(await answer(table.facilitator, 'nothing'))).toEqual([404, 'not-here']);
	});

	test('comes into the file with the evidence under it', async () => {
		const id = await raise();
		const proof = { status: 'substantiated', answer: 'Looked up.', evidence: 'Report 12, page 3' };
		await answer(table.facilitator, id, proof);
		const { json } = await table.observer.get(`/api/workshops/${table.id}/file`);
		expect(json.challenges.at(-1)).toEqual({
			...{ id, target, ruleId: null, text: question.text, severity: 3, status: 'substantiated' },
			...{ answer: 'Looked up.\nReport 12, page 3', answeredByPartyId: null, investigateBy: null }
		});
	});
});

describe('a participant', () => {
	test.each(['delete-challenge', 'remove-challenge', 'drop-challenge', 'put-challenge'])(
		'has no command %s, as nobody has',
		async (type) => {
			const challengeId = await raise();
			const refused = await table.participant.command(table.id, { type, challengeId });
			expect(refusalOf(refused)).toEqual([400, 'unknown-command']);
			expect(await challenge(challengeId)).toBeDefined();
		}
	);

	test('cannot write the session by hand-made frames', async () => {
		const challengeId = await raise();
		const socket = table.participant.socket(table.id, 'session');
		await new Promise((resolve) => socket.once('message', resolve));
		const closed = new Promise((resolve) => socket.once('close', resolve));
		const { Doc, encodeStateAsUpdate } = await import('yjs');
		const doc = new Doc();
		doc.getMap('challenges').set(challengeId, { id: challengeId, status: 'adjusted' });
		const update = encodeStateAsUpdate(doc);
		socket.send(Buffer.from([0, 2, update.length, ...update]));
		expect(await closed).toBe(4403);
		expect(await challenge(challengeId)).toMatchObject({ status: 'open', text: question.text });
	});

	test('cannot clear the table by taking the place of an earlier command of somebody else', async () => {
		const id = 'shared-id';
		await table.critic.command(table.id, { ...question, id });
		const other = { ...question, id, text: 'Another question' };
		await table.participant.command(table.id, other);
		const { challenges } = await sessionOf(table.observer, table.id);
		expect(challenges.map(({ text }: { text: string }) => text)).toEqual([
			question.text,
			'Another question'
		]);
	});
});

describe('findings that are set aside', () => {
	const aside = { type: 'dismiss-finding', rule: 'M02', target, reason: 'We know the range.' };

	test('carry their reason until they are put back', async () => {
		expect((await table.critic.command(table.id, aside)).status).toBe(200);
		expect((await sessionOf(table.observer, table.id)).dismissals).toMatchObject([
			{ rule: 'M02', target, reason: aside.reason, by: { role: 'critic' } }
		]);
		await table.facilitator.command(table.id, { type: 'restore-finding', rule: 'M02', target });
		expect((await sessionOf(table.observer, table.id)).dismissals).toEqual([]);
	});

	test('are not for a participant, and not without a reason', async () => {
		expect(refusalOf(await table.participant.command(table.id, aside))).toEqual([
			403,
			'wrong-role'
		]);
		const silent = await table.critic.command(table.id, { ...aside, reason: ' ' });
		expect([silent.status, silent.json.error.path]).toEqual([400, 'reason']);
	});
});

test('everybody keeps one best argument per measure, and nobody overwrites another’s', async () => {
	const argue = { type: 'argue-for', measureId: measure.id };
	await table.critic.command(table.id, { ...argue, text: 'It is cheap.' });
	await table.participant.command(table.id, { ...argue, text: 'It is quick.' });
	await table.critic.command(table.id, { ...argue, text: 'It is cheap and quick.' });
	const { arguments: said } = await sessionOf(table.observer, table.id);
	expect(said.map(({ text }: { text: string }) => text)).toEqual([
		'It is cheap and quick.',
		'It is quick.'
	]);
});
