import { readFileSync } from 'node:fs';
import type { RunningServer } from '../running-server.ts';
import type { Answer, Created, Visitor } from '../visitor.ts';

const fixtures = new URL('../../fixtures/workshops/', import.meta.url);

const sound = JSON.parse(readFileSync(new URL('sound-example.nl.json', fixtures), 'utf8'));

/** A workshop without any failing finding of severity 3; here without challenges and not adopted. */
export const soundExample = {
	...sound,
	challenges: [],
	scenarios: sound.scenarios.map((scenario: object) => ({ ...scenario, status: 'draft' }))
};

/** The Molenwijk example, in which the critic finds a lot. */
export const molenwijk = JSON.parse(
	readFileSync(new URL('demo-molenwijk.nl.json', fixtures), 'utf8')
);

/** A workshop with somebody in each role; the participant sits there for nobody in particular. */
export type Table = {
	readonly id: string;
	readonly workshop: Created;
	readonly facilitator: Visitor;
	readonly participant: Visitor;
	readonly critic: Visitor;
	readonly observer: Visitor;
};

export async function seatTable(server: RunningServer, file: object): Promise<Table> {
	const facilitator = server.visitor();
	const workshop = await facilitator.start(file);
	const seat = async (role: 'participant' | 'critic' | 'observer') => {
		const visitor = server.visitor();
		await visitor.join(workshop.links[role]);
		return visitor;
	};
	return {
		...{ id: workshop.id, workshop, facilitator },
		participant: await seat('participant'),
		critic: await seat('critic'),
		observer: await seat('observer')
	};
}

/** What everybody may see of the session, as this visitor gets it. */
export async function sessionOf(visitor: Visitor, workshopId: string) {
	return (await visitor.get(`/api/workshops/${workshopId}/session`)).json;
}

export async function memberOf(visitor: Visitor, workshopId: string) {
	return (await visitor.get(`/api/workshops/${workshopId}`)).json.member;
}

/** Status and code of a refusal. */
export function refusalOf({ status, json }: Answer): [number, string] {
	return [status, json.error?.code];
}
