import { Agent, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { passedOn } from './hop.ts';

/** Connections to other nodes, kept open between requests. */
export function createAgent(): Agent {
	return new Agent({ keepAlive: true, maxSockets: 512 });
}

/** Where a request goes, and who wants to know that it did not get there. */
export type PipedRequest = {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	/** Address of the other node, such as `http://10.0.0.2:3000`. */
	readonly to: string;
	readonly extra: readonly (readonly [string, string])[];
	readonly agent: Agent;
	/** Called when the other node did not answer, or is not the owner. */
	readonly failed: (reason: string) => void;
};

/**
 * Lets another node answer a request. Both bodies stream, so that an event stream stays one and a slow
 * reader slows down who writes. A node that can't be reached is "try again soon".
 */
export function pipeRequest({ request, response, to, extra, agent, failed }: PipedRequest): void {
	const url = new URL(to);
	const headers = [...passedOn(request.rawHeaders), ...extra].flat();
	const asked = ask({
		...{ host: url.hostname, port: url.port, path: request.url, method: request.method },
		...{ headers, agent, setHost: false }
	});
	asked.on('response', (answer) => {
		if (answer.statusCode === 421) failed('not the owner');
		const status = answer.statusCode === 421 ? 503 : (answer.statusCode ?? 502);
		response.writeHead(status, answer.statusMessage, passedOn(answer.rawHeaders).flat());
		response.flushHeaders();
		// What goes wrong from here on ends both; nobody is left to tell.
		pipeline(answer, response, () => undefined);
	});
	asked.on('error', (error) => {
		failed(error.message);
		if (response.headersSent) response.destroy();
		else tryLater(response);
	});
	response.on('close', () => {
		if (!response.writableFinished) asked.destroy();
	});
	pipeline(request, asked, () => undefined);
}

/** Says in the API's own words that this can't be answered now, and by which code to know it. */
export function tryLater(response: ServerResponse, status = 503): void {
	const message = 'This workshop is moving to another server. Nothing was changed; try again.';
	response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '1' });
	response.end(JSON.stringify({ error: { code: 'try-later', message } }));
}
