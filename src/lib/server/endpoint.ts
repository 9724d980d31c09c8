import type { RequestEvent } from '@sveltejs/kit';
import { isIn } from './access/admission.ts';
import { routeAccess } from './access/access-table.ts';
import { clientOf, maskedClient } from './access/client.ts';
import { deviceCookie } from './access/device.ts';
import { fromAnotherSite } from './access/origin.ts';
import { hashToken, isToken } from './access/tokens.ts';
import { ApiError } from './api-error.ts';
import { clientHeader } from './cluster/hop.ts';
import { runningApp, type App } from './app.ts';
import { withLease } from './cluster/with-lease.ts';
import { TryLaterError } from './rooms/hub.ts';
import { mayPass } from './store/errors.ts';
import type { MemberRow } from './store/store.ts';

/** What a handler of `/api` gets to work with. */
export type Call = {
	readonly app: App;
	readonly event: RequestEvent;
	/** Hash of the device's token, when this server gave it one. */
	readonly device: Uint8Array | undefined;
	/** Who asks, for counting attempts. */
	readonly client: string;
};

/** A call by somebody who is in the workshop that the route names, in a role that the table allows. */
export type MemberCall = Call & { readonly member: MemberRow };

type Answer = Response | object;

/**
 * Makes a request handler of a function that gives an answer or throws an `ApiError`.
 * Refuses what the access table has no row for, and pages of other sites.
 */
export function endpoint(answer: (call: Call) => Promise<Answer>) {
	return handlerFor(async (event) => {
		if (accessTo(event) !== 'anyone') throw new Error('This route is for members by the table.');
		return answer(await callOf(event));
	});
}

/** The same for a route of one workshop, for its members only. */
export function memberEndpoint(answer: (call: MemberCall) => Promise<Answer>) {
	return handlerFor(async (event) => {
		const allowed = accessTo(event);
		const call = await callOf(event);
		return withLease(call.app, event.params.id ?? '', async () => {
			const member = await memberAsking(call);
			if (allowed === 'anyone' || !allowed.includes(member.role)) {
				throw new ApiError('wrong-role', `This is not for the role of ${member.role}.`);
			}
			return answer({ ...call, member });
		});
	});
}

function handlerFor(answer: (event: RequestEvent) => Promise<Answer>) {
	return async (event: RequestEvent): Promise<Response> => {
		try {
			const result = await answer(event);
			if (result instanceof Response) return result;
			return Response.json(result, { headers: { 'cache-control': 'no-store' } });
		} catch (error) {
			return refusal(event, error).toResponse();
		}
	};
}

function accessTo(event: RequestEvent) {
	const row = routeAccess[routeOf(event)];
	if (!row) throw new Error(`${routeOf(event)} is not in the access table.`);
	return row;
}

/** The row of the table that a request falls under; asking for headers only is asking. */
function routeOf({ request, route }: RequestEvent): string {
	return `${request.method === 'HEAD' ? 'GET' : request.method} ${route.id}`;
}

async function callOf(event: RequestEvent): Promise<Call> {
	const app = runningApp();
	const { headers } = event.request;
	const configured = app.configuration.origin;
	const asked = { origin: headers.get('origin'), host: headers.get('host'), configured };
	if (event.request.method !== 'GET' && fromAnotherSite(asked)) {
		throw new ApiError('wrong-origin', 'Another site may not do this here.');
	}
	return { app, event, client: clientAsking(event), device: await knownDevice(app, event) };
}

function clientAsking(event: RequestEvent): string {
	// Set by another server that passes the request on, and taken away from anybody else.
	const named = event.request.headers.get(clientHeader);
	if (named !== null) return named;
	return clientOf({
		address: event.getClientAddress(),
		forwardedFor: event.request.headers.get('x-forwarded-for'),
		behindProxy: runningApp().configuration.origin !== undefined
	});
}

async function knownDevice(app: App, event: RequestEvent): Promise<Uint8Array | undefined> {
	const token = event.cookies.get(deviceCookie);
	if (!isToken(token)) return undefined;
	const device = hashToken(token);
	return (await app.store.knowsDevice(device)) ? device : undefined;
}

/**
 * Finds who asks. A workshop that is somebody else's gives the same answer as one that is not there.
 *
 * @throws {ApiError} 401 when the device joined nothing or its link was revoked, 404 otherwise
 */
async function memberAsking({ app, event, device }: Call): Promise<MemberRow> {
	if (!device) throw notJoined();
	const member = await app.store.memberOfDevice(device, event.params.id ?? '');
	if (!member) throw new ApiError('not-here', 'There is no such workshop here.');
	if (!isIn(member)) throw notJoined();
	return member;
}

function notJoined(): ApiError {
	return new ApiError('not-joined', 'Join the workshop first, with its link or code.');
}

/** What nobody expected is logged with an id that the answer repeats, so that it can be found. */
function refusal(event: RequestEvent, error: unknown): ApiError {
	if (error instanceof ApiError) {
		if (error.code === 'too-many') {
			const client = maskedClient(clientAsking(event));
			runningApp().log.warn({ route: routeOf(event), client }, 'a client tried too often');
		}
		return error;
	}
	if (error instanceof TryLaterError || mayPass(error)) {
		const message = 'This could not be kept now. Nothing was changed; try again.';
		return new ApiError('try-later', message, { retryAfter: 2 });
	}
	const id = logUnexpected(error, routeOf(event));
	return new ApiError('unexpected', `Something went wrong on the server (${id}).`, {
		extra: { errorId: id }
	});
}

/** Logs an error that nobody expected and gives the id under which it is found. */
export function logUnexpected(error: unknown, route: string): string {
	const { log, newId } = runningApp();
	const id = newId().slice(0, 8);
	log.error({ errorId: id, route, err: error }, 'unexpected error');
	return id;
}
