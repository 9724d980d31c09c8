import { type APIRequestContext, expect, test } from '@playwright/test';
import { demo, startWorkshop } from './support.ts';
import { give } from './session-support.ts';

test('a split by organisation is withheld below the smallest group, and no export has a name', async ({
	playwright,
	request,
	baseURL
}) => {
	const { id, links } = await startWorkshop(request, demo);
	const token = links.participant.split('#')[1];
	const people: APIRequestContext[] = [];
	for (let index = 0; index < 7; index += 1) {
		const person = await playwright.request.newContext({ baseURL });
		const partyId = index < 5 ? 'tenants' : 'association';
		const name = `Xandra${index}`;
		const joined = await person.post('/api/join', { data: { token, name, partyId } });
		expect(joined.ok()).toBe(true);
		people.push(person);
	}
	const asked = { type: 'open-round', effectId: 'crises', field: 'amount', round: 1 };
	const { roundId } = await give(request, id, asked);
	for (const [index, person] of people.entries()) {
		const numbers = { low: index, likely: index + 1, high: index + 2, confidence: 0.8 };
		await give(person, id, { type: 'submit-estimate', roundId, ...numbers });
	}
	await give(request, id, { type: 'reveal-round', roundId });

	const text = await (await people[0]!.get(`/api/workshops/${id}/session`)).text();
	const session = JSON.parse(text) as {
		rounds: { id: string; estimates: { likely: number; partyId: string | null }[] }[];
	};
	const estimates = session.rounds.find((round) => round.id === roundId)?.estimates ?? [];
	expect(estimates).toHaveLength(7);
	const partyOf = (likely: number) => estimates.find((one) => one.likely === likely)?.partyId;
	expect([1, 2, 3, 4, 5].map(partyOf)).toEqual(Array(5).fill('tenants'));
	expect([6, 7].map(partyOf)).toEqual([null, null]);

	const file = await (await request.get(`/api/workshops/${id}/file`)).text();
	for (const said of [text.replace(/"member":\{[^}]*\}/, ''), file])
		expect(said).not.toMatch(/Xandra/);
	await Promise.all(people.map((person) => person.dispose()));
});
