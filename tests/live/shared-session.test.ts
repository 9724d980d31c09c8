import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { setState } from '#lib/document/session/put.ts';
import { putChallenge } from '#lib/document/session/write.ts';
import type { Challenge } from '#lib/domain/challenge.ts';
import { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import { SmallServer } from './small-server.ts';
import { until } from './until.ts';

let server: SmallServer;
let session: WorkshopSession;

const challenge: Challenge = {
	id: 'c1',
	target: { kind: 'effect', id: 'safer', field: 'amount' },
	ruleId: null,
	text: 'Waar komt dit vandaan?',
	severity: 3,
	status: 'open',
	answer: '',
	answeredByPartyId: null,
	investigateBy: null
};

beforeEach(async () => {
	localStorage.clear();
	server = await new SmallServer().start();
	setState(server.session, 'phase', 'challenge');
	session = new WorkshopSession({
		workshopId: 'shared',
		me: { id: 'm1', role: 'critic', name: null },
		epoch: 1,
		origin: server.origin,
		tell: () => {}
	});
});

afterEach(async () => {
	await session.close();
	await server.stop();
});

test('what the server decided is read beside the board, each in a room of its own', async () => {
	await until(() => session.sharedLoaded, 'the session arrives');
	expect(session.shared.phase).toBe('challenge');
	expect(server.addresses.toSorted()).toEqual([
		'/sync/shared/board?ack=1&epoch=1',
		'/sync/shared/session?ack=1&epoch=1'
	]);
});

test('a challenge that the server writes is seen, and what did not change stays the same object', async () => {
	await until(() => session.sharedLoaded, 'the session arrives');
	const { rounds } = session.shared;
	server.decide((document) => putChallenge(document, challenge));
	await until(() => session.shared.challenges.length === 1, 'the challenge arrives');
	expect(session.shared.challenges).toMatchObject([challenge]);
	expect(session.shared.rounds).toBe(rounds);
});

test('nobody shows themselves present in the room that only the server writes', async () => {
	await until(() => session.sharedLoaded, 'the session arrives');
	expect(server.awarenessFrames.filter((frame) => frame.length > 8)).toEqual([]);
});
