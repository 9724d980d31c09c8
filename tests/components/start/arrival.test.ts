import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Arrival, keyFrom, takeKey } from '#lib/components/join/arrival.svelte.ts';

const token = 'iVSFg55MGjmSO149Z4Nypg';
const invitation = { workshopId: 'abc', title: 'Molenwijk', role: 'participant', parties: [] };
const asked: { path: string; body: unknown }[] = [];

/** Answers as the server does; the server itself is tried in the browser tests. */
function answer(replies: Record<string, { status: number; body: unknown }>): void {
	vi.stubGlobal('fetch', (path: string, { body }: { body: string }) => {
		asked.push({ path, body: JSON.parse(body) });
		const reply = replies[path];
		if (!reply) return Promise.reject(new TypeError('no connection'));
		return Promise.resolve(Response.json(reply.body, { status: reply.status }));
	});
}

beforeEach(() => {
	asked.length = 0;
	sessionStorage.clear();
});

afterEach(() => vi.unstubAllGlobals());

describe('somebody at the door', () => {
	it('holds the secret of a link or a spoken code', () => {
		expect(keyFrom(token)).toEqual({ token });
		expect(keyFrom('E24UK95T')).toEqual({ code: 'E24UK95T' });
		expect(keyFrom('')).toBeUndefined();
	});

	it('keeps the secret when the page is loaded again without it in the address', () => {
		expect(takeKey(`#${token}`)).toEqual({ token });
		expect(takeKey('')).toEqual({ token });
	});

	it('sees what the link opens before joining', async () => {
		answer({ '/api/join/preview': { status: 200, body: invitation } });
		const arrival = new Arrival();
		await arrival.show({ token });
		expect(arrival.state).toBe('invited');
		expect(arrival.invitation?.title).toBe('Molenwijk');
	});

	it('is asked for a code without any key, and the server is left alone', async () => {
		answer({});
		const arrival = new Arrival();
		await arrival.show(undefined);
		expect(arrival.state).toBe('asking');
		expect(asked).toEqual([]);
	});

	it('hears that a link does not work, and the link is forgotten', async () => {
		answer({ '/api/join/preview': { status: 403, body: { error: { code: 'wrong-code' } } } });
		const arrival = new Arrival();
		await arrival.show(takeKey(`#${token}`));
		expect(arrival.state).toBe('asking');
		expect(arrival.refusal?.code).toBe('wrong-code');
		expect(takeKey('')).toBeUndefined();
	});

	it('keeps the link when only the connection fails, and can try again', async () => {
		answer({});
		const arrival = new Arrival();
		await arrival.show(takeKey(`#${token}`));
		expect(arrival.refusal?.code).toBe('no-connection');
		expect(takeKey('')).toEqual({ token });
		answer({ '/api/join/preview': { status: 200, body: invitation } });
		await arrival.retry();
		expect(arrival.state).toBe('invited');
	});

	it('sends a name and organisation only when they were given', async () => {
		const joined = { status: 200, body: { workshopId: 'abc', role: 'participant' } };
		answer({ '/api/join/preview': { status: 200, body: invitation }, '/api/join': joined });
		const arrival = new Arrival();
		await arrival.show(takeKey(`#${token}`));
		expect(await arrival.join({ name: '  ', partyId: '' })).toBe('abc');
		expect(asked.at(-1)?.body).toEqual({ token });
		expect(await arrival.join({ name: ' Noor ', partyId: 'a' })).toBe('abc');
		expect(asked.at(-1)?.body).toEqual({ token, name: 'Noor', partyId: 'a' });
		expect(takeKey('')).toBeUndefined();
	});
});
