import { globSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
	allowedInPhase,
	commandAccess,
	routeAccess,
	type RouteAccess
} from '#lib/server/access/access-table.ts';
import { commands } from '#lib/server/commands/index.ts';
import { phases } from '#lib/document/phase.ts';
import { roles, type Role } from '#lib/domain/role.ts';
import { startServer, type RunningServer } from '../running-server.ts';
import { type Answer, type Created, type Visitor } from '../visitor.ts';
import { commandFields } from './command-fields.ts';

const source = new URL('../../../src/', import.meta.url).pathname;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS', 'fallback'];

/** Every route that answers requests itself, as method and route id. */
async function routesThatExist(): Promise<string[]> {
	const files = globSync('**/+server.ts', { cwd: `${source}routes` });
	const found = await Promise.all(
		files.map(async (file) => {
			const route = await import(`${source}routes/${file}`);
			const id = `/${file.replace(/\/?\+server\.ts$/, '')}`;
			return methods.filter((method) => method in route).map((method) => `${method} ${id}`);
		})
	);
	return found.flat();
}

describe('the access table', () => {
	test('has a row for every route that there is, and for no other', async () => {
		const found = await routesThatExist();
		expect(found.length).toBeGreaterThan(10);
		expect(found.sort()).toEqual(Object.keys(routeAccess).sort());
	});

	test('has a row for every command that there is, and for no other', () => {
		expect([...commands.keys()].sort()).toEqual(Object.keys(commandAccess).sort());
	});

	test('has every command file among the commands', async () => {
		const folder = `${source}lib/server/commands`;
		const framework = ['command.ts', 'give-command.ts', 'index.ts'];
		const files = globSync('*.ts', { cwd: folder }).filter((file) => !framework.includes(file));
		for (const file of files) {
			const made = Object.values(await import(`${folder}/${file}`));
			expect([...commands.values()]).toEqual(expect.arrayContaining(made));
		}
		expect(files.map((file) => file.replace('.ts', '')).sort()).toEqual(
			[...commands.keys()].sort()
		);
	});

	test('a row for some phases allows those, and the free phase', () => {
		const row = { roles, phases: ['estimate', 'estimate-again'] } as const;
		expect(allowedInPhase(row, 'estimate')).toBe(true);
		expect(allowedInPhase(row, 'free')).toBe(true);
		expect(allowedInPhase(row, 'lobby')).toBe(false);
		expect(allowedInPhase({ roles, phases: 'every' }, 'lobby')).toBe(true);
	});
});

/** The least that each way to change figures takes. */
const figuresBody: Readonly<Record<string, unknown>> = {
	POST: {
		batch: {
			...{ source: 'own-long', fileName: 'x.csv', fileHash: '00'.repeat(32), vintage: null },
			...{ areas: [], indicators: [], codes: [], periods: [], versions: [], observations: [] }
		}
	},
	PUT: { batches: [] },
	DELETE: { batch: 0 }
};

/** Somebody of each role, somebody who is in another workshop, and somebody who is nowhere. */
const people = [...roles, 'elsewhere', 'nobody', 'revoked', 'removed'] as const;
type Who = (typeof people)[number];

describe('every route and command by the table', () => {
	let server: RunningServer;
	let workshop: Created;
	const who = {} as Record<Who, Visitor>;
	let file: unknown;

	beforeAll(async () => {
		server = await startServer();
		for (const name of people) who[name] = server.visitor();
		workshop = await who.facilitator.start();
		await who.revoked.join(workshop.links.critic);
		await who.facilitator.command(workshop.id, { type: 'revoke-link', role: 'critic' });
		const { json } = await who.facilitator.command(workshop.id, {
			type: 'rotate-link',
			role: 'critic'
		});
		await who.critic.join(json.link);
		await who.participant.join(workshop.links.participant);
		await who.observer.join(workshop.links.observer);
		await who.removed.join(workshop.links.observer);
		const memberId = (await who.removed.get(`/api/workshops/${workshop.id}`)).json.member.id;
		await who.facilitator.command(workshop.id, { type: 'remove-member', memberId });
		await who.elsewhere.start();
		file = (await who.facilitator.get(`/api/workshops/${workshop.id}/file`)).json;
	}, 120_000);
	afterAll(() => server.stop());

	/** What is sent to a route that takes something; `{}` where that is enough to be let in. */
	function bodyFor(route: string): unknown {
		if (route.startsWith('PUT /api/workshops/[id]/file')) return file;
		if (route.endsWith('/[header]')) return { decimalMark: ',' };
		if (route.endsWith('/figures')) return figuresBody[route.split(' ')[0] ?? ''];
		return { id: crypto.randomUUID(), type: 'set-profile' };
	}

	async function call(route: string, name: Who): Promise<Answer> {
		const [method = '', id = ''] = route.split(' ');
		const path = id
			.replace('[id]', workshop.id)
			.replace('[number]', '1')
			.replace('[version]', 'nothing')
			.replace('[member]', 'nobody')
			.replace('[header]', 'ab'.repeat(32));
		const body = method === 'GET' ? undefined : JSON.stringify(bodyFor(route));
		return who[name].request(method, path, body);
	}

	const ofMembers = Object.entries(routeAccess).filter(
		(row): row is [string, readonly Role[]] => row[1] !== 'anyone'
	);

	/** What members hear where nothing is there yet, or where nobody can do it. */
	const toldToMembers: Readonly<Record<string, number>> = {
		// Without its title a workshop is not deleted, and nobody is asked about who is not there.
		'DELETE /api/workshops/[id]': 400,
		'GET /api/workshops/[id]/members/[member]/extract': 404,
		'GET /api/workshops/[id]/versions/[version]': 404,
		'GET /api/workshops/[id]/members/[member]/work': 400,
		'GET /api/workshops/[id]/forecasts/[number]': 404,
		'PUT /api/workshops/[id]/forecasts/[number]': 409,
		'PATCH /api/workshops/[id]/forecasts/[number]': 409,
		'DELETE /api/workshops/[id]/forecasts/[number]': 409
	};

	test.each(
		ofMembers.flatMap(([route, allowed]) => people.map((name) => ({ route, allowed, name })))
	)('$route by $name', async ({ route, allowed, name }) => {
		const { status, json } = await call(route, name);
		if (allowed.some((role) => role === name)) {
			const told = toldToMembers[route] ?? 200;
			const isOfSomebody = route.endsWith('/extract') && name !== 'facilitator';
			expect(status).toBe(isOfSomebody ? 403 : told);
			return;
		}
		const [expected, code] = refusalFor(name);
		expect([status, json.error.code]).toEqual([expected, code]);
	});

	test.each(ofMembers.map(([route]) => route))(
		"%s of another's workshop answers as if there were none",
		async (route) => {
			const [method = '', id = ''] = route.split(' ');
			const body = method === 'GET' ? undefined : JSON.stringify(bodyFor(route));
			const missing = id.replace('[id]', 'zzzzzzzzzzzzzzzz').replace('[number]', '1');
			const { text } = await who.elsewhere.request(method, missing, body);
			expect((await call(route, 'elsewhere')).text).toBe(text);
		}
	);

	const open = Object.entries(routeAccess).filter((row): row is [string, RouteAccess] => {
		return row[1] === 'anyone';
	});

	test.each(open.map(([route]) => route))('%s lets anyone ask', async (route) => {
		const { status } = await call(route, 'nobody');
		expect([200, 201, 400, 403, 404]).toContain(status);
		expect(status).not.toBe(401);
	});

	test.each(open.map(([route]) => route).filter((route) => !route.startsWith('GET')))(
		'%s is refused to a page of another site',
		async (route) => {
			const [method = '', path = ''] = route.split(' ');
			const visitor = server.visitor();
			visitor.headers = { origin: 'https://evil.example' };
			const { status, json } = await visitor.request(method, path, '{}');
			expect([status, json.error.code]).toEqual([403, 'wrong-origin']);
		}
	);

	test.each(ofMembers.map(([route]) => route).filter((route) => !route.startsWith('GET')))(
		'%s is refused to a page of another site, also with the cookie',
		async (route) => {
			const [method = '', id = ''] = route.split(' ');
			const visitor = server.visitor();
			visitor.cookie = who.facilitator.cookie;
			visitor.headers = { origin: 'https://evil.example' };
			const path = id.replace('[id]', workshop.id);
			const { status, json } = await visitor.request(method, path, JSON.stringify(bodyFor(route)));
			expect([status, json.error.code]).toEqual([403, 'wrong-origin']);
		}
	);

	test('every command is tried below', () => {
		expect(Object.keys(commandFields).sort()).toEqual(Object.keys(commandAccess).sort());
	});

	const bound = Object.entries(commandAccess).filter(([, { phases }]) => phases !== 'every');

	test.each(phases)(
		'in the phase %s only the commands of that phase are allowed',
		async (phase) => {
			await who.facilitator.command(workshop.id, { type: 'set-phase', phase });
			for (const [type, row] of bound) {
				const { json } = await who.facilitator.command(workshop.id, {
					type,
					...commandFields[type]
				});
				const isRefused = json.error?.code === 'wrong-phase';
				expect([type, isRefused]).toEqual([type, !allowedInPhase(row, phase)]);
			}
		}
	);

	/** Those who may come last, because some commands put others out. */
	const tries = Object.entries(commandAccess).flatMap(([type, row]) =>
		roles
			.map((role) => ({ type, role, allowed: row.roles.includes(role) }))
			.sort((one, other) => Number(one.allowed) - Number(other.allowed))
	);
	const inOrder = [
		...tries.filter(({ allowed }) => !allowed),
		...tries.filter(({ allowed, type }) => allowed && type !== 'revoke-link'),
		...tries.filter(({ allowed, type }) => allowed && type === 'revoke-link')
	];

	test.each(inOrder)('the command $type by a $role', async ({ type, role, allowed }) => {
		const { status, json } = await who[role].command(workshop.id, { type, ...commandFields[type] });
		if (!allowed) expect([status, json.error.code]).toEqual([403, 'wrong-role']);
		else expect([200, 404, 409]).toContain(status);
	});
});

function refusalFor(name: Who): [number, string] {
	if (name === 'elsewhere') return [404, 'not-here'];
	if (name === 'nobody' || name === 'revoked' || name === 'removed') return [401, 'not-joined'];
	return [403, 'wrong-role'];
}
