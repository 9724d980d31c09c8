import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { BoardView } from '#lib/document/board-view.ts';
import { fileFromBoard, sessionFromFile } from '#lib/document/codec.ts';
import { isPhase, phases } from '#lib/document/phase.ts';
import { setState } from '#lib/document/session/put.ts';
import { readSession, Session } from '#lib/document/session/session.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import { putRound } from '#lib/document/session/write-round.ts';
import * as write from '#lib/document/session/write.ts';
import { newChallenge, type Target } from '#lib/domain/challenge.ts';
import { newRound } from '#lib/domain/round.ts';
import { parseWorkshopValue } from '#lib/domain/workshop-file.ts';
import { boardDoc, exampleFile, made, peopleWith } from './tools.ts';

const target: Target = { kind: 'effect', id: 'e1', field: 'amount' };
const challenge = newChallenge('c1', { target, text: 'Klopt dit?' });
const estimate = { partyId: null, low: 1, likely: 2, high: 3, confidence: 0.8, reason: '' };

describe('a session', () => {
	test('is free, with a closed lobby and nothing in it, as long as the server wrote nothing', () => {
		expect(readSession(new Y.Doc())).toEqual({
			phase: 'free',
			lobbyOpen: false,
			members: [],
			challenges: [],
			rounds: [],
			practices: [],
			votes: [],
			adopted: [],
			dismissals: [],
			arguments: [],
			premortemCards: [],
			watches: [],
			experiments: [],
			expectations: [],
			signOffs: [],
			seals: [],
			measurements: [],
			whatCame: []
		});
	});

	test('reads what the server writes, in the order in which it came', () => {
		const doc = new Y.Doc();
		const session = new Session(doc);
		doc.transact(() => {
			setState(doc, 'phase', 'estimate');
			setState(doc, 'lobbyOpen', true);
			write.putMember(doc, { id: 'z', role: 'critic', partyId: null });
			write.putMember(doc, { id: 'a', role: 'participant', partyId: 'tenants' });
			write.putChallenge(doc, challenge);
			putRound(doc, { ...newRound('r1', { effectId: 'e1', field: 'amount' }), ready: 3 });
			write.adoptScenario(doc, { scenarioId: 's1', reason: 'Wij wagen het.' });
		});
		expect(session.content).toMatchObject({
			phase: 'estimate',
			lobbyOpen: true,
			members: [{ id: 'z', role: 'critic' }, { id: 'a' }],
			challenges: [challenge],
			rounds: [{ id: 'r1', ready: 3, estimates: [] }],
			adopted: [{ scenarioId: 's1', reason: 'Wij wagen het.' }]
		});
		write.putMember(doc, { id: 'z', role: 'observer', partyId: null });
		write.putChallenge(doc, { ...challenge, status: 'stands', answer: 'Ja.' });
		write.withdrawAdoption(doc, 's1');
		expect(session.content.members.map(({ id, role }) => `${id} ${role}`)).toEqual([
			'z observer',
			'a participant'
		]);
		expect(session.content.challenges[0]).toMatchObject({ status: 'stands', answer: 'Ja.' });
		expect(session.content.adopted).toEqual([]);
		write.removeMember(doc, 'z');
		expect(session.content.members.map(({ id }) => id)).toEqual(['a']);
		session.destroy();
	});

	test('keeps a running script and timer as they are for who reads again', () => {
		const doc = new Y.Doc();
		const step = { id: 'goal', phase: 'goal', title: null, length: 15 } as const;
		const script = { template: 'own', unit: 'minutes', startsOn: null, steps: [step] } as const;
		setState(doc, 'script', { ...script, steps: [step] });
		setState(doc, 'timer', { status: 'paused', left: 4_000, length: 60_000 });
		const session = new Session(doc);
		const before = session.content;
		setState(doc, 'stepId', 'goal');
		expect(session.content).toMatchObject({ script, stepId: 'goal', timer: { left: 4_000 } });
		expect(session.content.script).toBe(before.script);
		expect(session.content.timer).toBe(before.timer);
		session.destroy();
	});

	test('keeps what did not change and tells once per transaction', () => {
		const doc = new Y.Doc();
		write.putChallenge(doc, challenge);
		const session = new Session(doc);
		const heard: SessionContent[] = [];
		const stop = session.subscribe((content) => heard.push(content));
		const before = session.content;
		doc.transact(() => {
			setState(doc, 'phase', 'challenge');
			write.putChallenge(doc, challenge);
			write.putMember(doc, { id: 'a', role: 'observer', partyId: null });
		});
		expect(heard).toEqual([session.content]);
		expect(session.content.challenges).toBe(before.challenges);
		expect(session.content.rounds).toBe(before.rounds);
		setState(doc, 'phase', 'challenge');
		stop();
		setState(doc, 'phase', 'done');
		expect(heard).toHaveLength(1);
		expect(session.content.phase).toBe('done');
	});

	test('never takes in estimates of a round that is open', () => {
		const round = newRound('r1', { effectId: 'e1', field: 'amount' });
		const open = { ...round, estimates: [estimate], ready: 1 };
		expect(() => putRound(new Y.Doc(), open)).toThrow(TypeError);
	});

	test('passes over what cannot be read', () => {
		const doc = new Y.Doc();
		doc.getMap('state').set('phase', 'lunch');
		for (const name of ['script', 'timer', 'spotlight', 'readyCheck', 'leadId', 'movedAt']) {
			doc.getMap('state').set(name, { something: 'else' });
		}
		for (const list of ['practices', 'votes']) doc.getMap(list).set('p1', { id: 'p1' });
		doc.getMap('rounds').set('r1', { id: 'r1' });
		doc.getMap('challenges').set('c1', new Y.Map());
		doc.getMap('challenges').set('c2', { ...challenge, id: 'c2' });
		doc.getMap('challenges').set('c3', { ...challenge, id: 'c3', place: 4 });
		doc.getMap('members').set('m1', 'somebody');
		const { challenges, ...others } = readSession(doc);
		const { challenges: _, ...nothing } = readSession(new Y.Doc());
		expect(others).toEqual(nothing);
		expect(challenges.map(({ id }) => id)).toEqual(['c3', 'c2']);
	});

	test('knows its phases', () => {
		expect(phases.every(isPhase)).toBe(true);
		expect(isPhase('lunch')).toBe(false);
	});
});

describe('a file of a board and a session', () => {
	test('counts people from the members where there are any', () => {
		const view = new BoardView(boardDoc(exampleFile('demo-molenwijk.nl')));
		const session = new Y.Doc();
		expect(fileFromBoard(view.content, readSession(session)).file.workshop.people).toEqual(
			view.content.workshop.people
		);
		for (const [id, role] of Object.entries({
			a: 'participant',
			b: 'critic',
			c: 'participant',
			d: 'observer'
		})) {
			write.putMember(session, { id, role: role as 'critic', partyId: null });
		}
		expect(fileFromBoard(view.content, readSession(session)).file.workshop.people).toEqual({
			facilitator: 0,
			participant: 2,
			critic: 1
		});
	});

	test('still parses when what was discussed is gone, and warns', () => {
		const file = exampleFile('demo-molenwijk.nl');
		const [{ board }] = peopleWith('demo-molenwijk.nl', 1) as [ReturnType<typeof peopleWith>[0]];
		const session = new Y.Doc();
		sessionFromFile({ ...file, rounds: [], challenges: [] }, session);
		const effect = file.effects.find(({ recipients }) => recipients.length > 0)!;
		const partyId = effect.recipients[0]!.partyId;
		const revealed = { status: 'revealed', ready: 1 } as const;
		const fields = [`recipients.${partyId}`, 'inputs.nothing', 'probability'];
		for (const [index, field] of fields.entries()) {
			const round = newRound(`r${index}`, { effectId: effect.id, field });
			putRound(session, {
				...round,
				...revealed,
				estimates: [{ ...estimate, low: 0, likely: 0, high: 1, partyId }]
			});
		}
		const kinds: [Target['kind'], string][] = [
			['party', partyId],
			['round', 'r0'],
			['round', 'r2'],
			['scenario', 'do-nothing'],
			['workshop', 'another']
		];
		for (const [index, [kind, id]] of kinds.entries()) {
			const about = {
				target: { kind, id, field: null },
				text: 'Waarom?',
				answeredByPartyId: partyId
			};
			write.putChallenge(session, newChallenge(`c${index}`, about));
		}
		made(board.remove('party', partyId));
		const exported = fileFromBoard(board.content, readSession(session));
		expect(parseWorkshopValue(structuredClone(exported.file)).problems).toEqual([]);
		expect(exported.file.rounds.map(({ id }) => id)).toEqual(['r2']);
		expect(exported.file.rounds[0]?.estimates[0]?.partyId).toBeNull();
		const workshop = { kind: 'workshop', id: file.workshop.id, field: null };
		expect(exported.file.challenges.map((one) => one.target)).toMatchObject([
			workshop,
			workshop,
			{ kind: 'round', id: 'r2' },
			{ kind: 'scenario', id: 'do-nothing' },
			workshop
		]);
		expect(exported.warnings.map(({ path }) => path)).toEqual([
			'rounds.0',
			'rounds.1',
			'challenges.0.target',
			'challenges.1.target',
			'challenges.4.target'
		]);
	});
});
