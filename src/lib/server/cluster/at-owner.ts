import type { RequestEvent } from '@sveltejs/kit';
import type { App } from '../app.ts';
import { TryLaterError } from '../rooms/try-later.ts';
import { clientHeader, hopHeader } from './hop.ts';
import type { Node } from './lease-table.ts';
import { withLease } from './with-lease.ts';

/** A request of which only its content tells which workshop it is about. */
export type Asked = {
	readonly app: Pick<App, 'cluster'>;
	readonly event: RequestEvent;
	readonly client: string;
};

/** Longest time that the owner may take for an answer, in milliseconds. */
const patience = 10_000;
/** Headers of a request that its owner has to see. */
const needed = ['cookie', 'content-type', 'accept-language', 'x-forwarded-proto'];

/**
 * Answers a request where its workshop is: here under its lease, or by asking the server that has it.
 *
 * @param about.body what was read of the request, to be sent again as JSON
 * @throws {TryLaterError} when the owner can't be asked
 */
export async function atOwner<Result extends object>(
	asked: Asked,
	about: { readonly workshopId: string; readonly body: unknown },
	work: () => Promise<Result>
): Promise<Result | Response> {
	const owner = await asked.app.cluster?.whereIs(about.workshopId);
	if (!owner) return here(asked.app, about.workshopId, work);
	// One hop is enough: whoever was sent here was told wrong.
	if (asked.event.request.headers.has(clientHeader)) throw new TryLaterError();
	return ask(owner, asked, about.body);
}

async function here<Result>(
	app: Asked['app'],
	workshopId: string,
	work: () => Promise<Result>
): Promise<Result> {
	const result = await withLease(app, workshopId, work);
	// Whoever asks may have come to any server; where its people go is known from addresses with its id.
	await app.cluster?.giveBack(workshopId);
	return result;
}

async function ask(owner: Node, { event, client }: Asked, body: unknown): Promise<Response> {
	const { method, headers } = event.request;
	// Without an Origin: that the page is one of ours was seen here.
	const passed = needed.flatMap((name): [string, string][] => {
		const value = headers.get(name);
		return value === null ? [] : [[name, value]];
	});
	try {
		const answer = await fetch(new URL(event.url.pathname, owner.address), {
			...{ method, body: JSON.stringify(body), signal: AbortSignal.timeout(patience) },
			headers: [...passed, [hopHeader, owner.secret], [clientHeader, client]]
		});
		if (answer.status === 421) throw new TryLaterError();
		const kept = [...answer.headers].filter(
			([name]) => !/^(connection|keep-alive|transfer-|content-(encoding|length))/.test(name)
		);
		return new Response(answer.body, { status: answer.status, headers: kept });
	} catch {
		throw new TryLaterError();
	}
}
