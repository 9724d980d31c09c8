import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../running-server.ts';
import { type Created, type Visitor } from '../visitor.ts';

const fixtures = new URL('../../fixtures/workshops/', import.meta.url);
const minimal = JSON.parse(readFileSync(new URL('minimal.en.json', fixtures), 'utf8'));
const [firstParty] = minimal.parties;

let server: RunningServer;

beforeAll(async () => {
	server = await startServer({ ORIGIN: 'https://arena.example' });
}, 120_000);
afterAll(() => server.stop());

/** Somebody at an address where nobody else is, so that tests don't count for each other. */
function somebody(): Visitor {
	return server.visitor();
}

async function started(): Promise<{ anna: Visitor; workshop: Created }> {
	const anna = somebody();
	return { anna, workshop: await anna.start(minimal) };
}

describe('POST /api/join', () => {
	test.each(['facilitator', 'participant', 'critic', 'observer'] as const)(
		'the link of a %s makes one',
		async (role) => {
			const { workshop } = await started();
			const bea = somebody();
			const answer = await bea.join(workshop.links[role]);
			expect(answer.status).toBe(200);
			expect(answer.json).toEqual({ workshopId: workshop.id, role });
			const { json } = await bea.get(`/api/workshops/${workshop.id}`);
			expect(json.member).toMatchObject({ role, name: null, partyId: null });
		}
	);

	test('the cookie cannot be read by scripts, nor go along with what other sites start', async () => {
		const { workshop } = await started();
		const answer = await somebody().join(workshop.links.participant);
		const cookie = answer.headers.get('set-cookie');
		expect(cookie).toMatch(/^tegenwicht=[A-Za-z0-9_-]{22}; /);
		for (const part of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) {
			expect(cookie).toContain(part);
		}
	});

	test('the spoken code makes a participant, however it is typed', async () => {
		const { workshop } = await started();
		const code = `${workshop.code.slice(0, 4).toLowerCase()} ${workshop.code.slice(4)}`;
		const answer = await somebody().post('/api/join', { code });
		expect(answer.json).toEqual({ workshopId: workshop.id, role: 'participant' });
	});

	test('with a name and a party somebody is known by them', async () => {
		const { anna, workshop } = await started();
		const bea = somebody();
		await bea.join(workshop.links.participant, { name: '  Bea \n B. ', partyId: firstParty.id });
		const { json } = await bea.get(`/api/workshops/${workshop.id}`);
		expect(json.member).toMatchObject({ name: 'Bea B.', partyId: firstParty.id });
		const session = await anna.get(`/api/workshops/${workshop.id}/session`);
		expect(session.json.members).toMatchObject([
			{ role: 'facilitator', name: null },
			{ role: 'participant', name: 'Bea B.', partyId: firstParty.id }
		]);
	});

	test('again on the same device is the same member, in another role somebody new', async () => {
		const { workshop } = await started();
		const bea = somebody();
		const path = `/api/workshops/${workshop.id}`;
		await bea.join(workshop.links.participant, { name: 'Bea' });
		const first = (await bea.get(path)).json.member;
		await bea.join(workshop.links.participant);
		expect((await bea.get(path)).json.member).toEqual(first);
		await bea.join(workshop.links.critic);
		const third = (await bea.get(path)).json.member;
		expect(third.id).not.toBe(first.id);
		expect(third.role).toBe('critic');
	});

	test.each([
		['a party that is not on the board', { partyId: 'nobody' }, 'partyId'],
		['a party that cannot be one', { partyId: 'NO BODY' }, 'partyId'],
		['a name of a page', { name: 'x'.repeat(61) }, 'name'],
		['a name that is no text', { name: 7 }, 'name']
	])('%s is refused', async (_, who, path) => {
		const { workshop } = await started();
		const answer = await somebody().join(workshop.links.participant, who);
		expect(answer.status).toBe(400);
		expect(answer.json.error).toMatchObject({ code: 'malformed', path });
	});

	test('without a token or code there is nothing to join', async () => {
		const answer = await somebody().post('/api/join', {});
		expect(answer.json.error).toMatchObject({ code: 'malformed', path: 'token' });
	});

	test('a cookie that this server did not give is not taken over', async () => {
		const { workshop } = await started();
		const bea = somebody();
		bea.cookie = 'tegenwicht=AAAAAAAAAAAAAAAAAAAAAA';
		await bea.join(workshop.links.participant);
		expect(bea.cookie).not.toBe('tegenwicht=AAAAAAAAAAAAAAAAAAAAAA');
		expect((await bea.get(`/api/workshops/${workshop.id}`)).status).toBe(200);
	});
});

describe('POST /api/join/preview', () => {
	test('tells what a link opens and which parties there are, and lets nobody in', async () => {
		const { workshop } = await started();
		const bea = somebody();
		const token = workshop.links.critic.slice('/join#'.length);
		const { json } = await bea.post('/api/join/preview', { token });
		expect(json).toEqual({
			workshopId: workshop.id,
			title: minimal.workshop.title,
			language: minimal.workshop.language,
			role: 'critic',
			parties: minimal.parties.map(({ id, name }: { id: string; name: string }) => ({ id, name }))
		});
		expect((await bea.get(`/api/workshops/${workshop.id}`)).status).toBe(401);
	});
});

describe('wrong links and codes', () => {
	const wrongCode = { code: '22222222' };

	test('wrong and closed get the very same answer', async () => {
		const { anna, workshop } = await started();
		await anna.command(workshop.id, { type: 'set-lobby', open: false });
		const bea = somebody();
		const closed = await bea.post('/api/join', { code: workshop.code });
		const wrong = await bea.post('/api/join', wrongCode);
		const nonsense = await bea.post('/api/join', { code: 'nonsense' });
		const token = await bea.post('/api/join', { token: 'AAAAAAAAAAAAAAAAAAAAAA' });
		expect([closed, wrong, nonsense, token].map(({ status }) => status)).toEqual([
			403, 403, 403, 403
		]);
		expect(new Set([closed, wrong, nonsense, token].map(({ text }) => text)).size).toBe(1);
	});

	test('after five wrong ones also a right one gets 429, but not for another client', async () => {
		const { workshop } = await started();
		const bea = somebody();
		for (let tried = 0; tried < 5; tried++) {
			expect((await bea.post('/api/join', wrongCode)).status).toBe(403);
		}
		const right = await bea.post('/api/join', { code: workshop.code });
		expect(right.status).toBe(429);
		expect(Number(right.headers.get('retry-after'))).toBeGreaterThan(50);
		expect(Number(right.headers.get('retry-after'))).toBeLessThanOrEqual(60);
		expect((await bea.join(workshop.links.participant)).status).toBe(429);
		expect((await bea.post('/api/join/preview', { code: workshop.code })).status).toBe(429);
		expect((await somebody().post('/api/join', { code: workshop.code })).status).toBe(200);
		const address = bea.headers['x-forwarded-for'] ?? '';
		expect(server.log()).toContain(address.replace(/\d+$/, 'x'));
		expect(server.log()).not.toContain(`"${address}"`);
	});

	test('looking, joining and opening a workspace count together', async () => {
		const bea = somebody();
		await bea.post('/api/join/preview', wrongCode);
		await bea.post('/api/join', wrongCode);
		await bea.post('/api/join', { token: 'AAAAAAAAAAAAAAAAAAAAAA' });
		await bea.post('/api/workspace/open', { token: 'AAAAAAAAAAAAAAAAAAAAAA' });
		await bea.post('/api/workshops', { workspaceToken: 'AAAAAAAAAAAAAAAAAAAAAA' });
		expect((await bea.post('/api/join', wrongCode)).status).toBe(429);
	});

	test('trying many at the same time does not help', async () => {
		const bea = somebody();
		const tries = Array.from({ length: 40 }, () => bea.post('/api/join', wrongCode));
		const statuses = (await Promise.all(tries)).map(({ status }) => status);
		expect(statuses.filter((status) => status === 403)).toHaveLength(5);
		expect(statuses.filter((status) => status === 429)).toHaveLength(35);
	});

	test('a class full of right ones is never held up', async () => {
		const { workshop } = await started();
		const school = somebody().headers;
		const joined = await Promise.all(
			Array.from({ length: 40 }, async () => {
				const pupil = server.visitor();
				pupil.headers = school;
				return (await pupil.post('/api/join', { code: workshop.code })).status;
			})
		);
		expect(new Set(joined)).toEqual(new Set([200]));
	});

	test('many clients together cannot search one shard of codes', async () => {
		const { workshop } = await started();
		const shard = workshop.code.slice(0, 2);
		const wrong = { code: `${shard}222222` };
		for (let tried = 0; tried < 300; tried++) {
			expect((await somebody().post('/api/join', wrong)).status).toBe(403);
		}
		expect((await somebody().post('/api/join', wrong)).status).toBe(429);
		const elsewhere = { code: `${shard === '22' ? '33' : '22'}222222` };
		expect((await somebody().post('/api/join', elsewhere)).status).toBe(403);
		expect((await somebody().join(workshop.links.participant)).status).toBe(200);
	});

	test('nothing that people show ends up in the log', async () => {
		const { workshop } = await started();
		await somebody().join(workshop.links.participant, { name: 'Bernadette' });
		for (const secret of [workshop.code, 'Bernadette', workshop.links.participant.slice(6)]) {
			expect(server.log()).not.toContain(secret);
		}
	});
});

describe('without a proxy', () => {
	test('a forwarded address is not believed', async () => {
		const direct = await startServer();
		try {
			const bea = direct.visitor();
			for (let tried = 0; tried < 5; tried++) {
				bea.headers = { 'x-forwarded-for': `192.0.2.${tried}` };
				await bea.post('/api/join', wrongOf(tried));
			}
			bea.headers = { 'x-forwarded-for': '192.0.2.99' };
			expect((await bea.post('/api/join', wrongOf(9))).status).toBe(429);
		} finally {
			await direct.stop();
		}
	}, 120_000);
});

function wrongOf(number: number): { code: string } {
	return { code: `2222222${number + 2 > 9 ? 'A' : number + 2}` };
}
