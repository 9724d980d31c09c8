import { building } from '$app/environment';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';
import { loadMessages } from '#lib/i18n/messages.ts';
import { createApp, setRunningApp } from '#lib/server/app.ts';
import { logUnexpected } from '#lib/server/endpoint.ts';
import { languageFor, themeFor } from '#lib/server/page-preferences.ts';
import { readSettings } from './launch/settings.js';

const upgrade = Symbol.for('tegenwicht.upgrade');
const stop = Symbol.for('tegenwicht.stop');
const front = Symbol.for('tegenwicht.front');
const leave = Symbol.for('tegenwicht.leave');
const shared = globalThis as {
	[upgrade]?: unknown;
	[stop]?: () => Promise<void>;
	[front]?: unknown;
	[leave]?: (() => Promise<void> | undefined) | undefined;
};

/** Starts the one app of this process and shows its sockets to whoever owns the HTTP server. */
export const init: ServerInit = async () => {
	if (building) return;
	// In development the framework may start anew in the same process.
	await shared[stop]?.();
	const app = await createApp(readSettings(process.env));
	setRunningApp(app);
	shared[upgrade] = app.hub.upgrade;
	shared[stop] = app.stop;
	shared[front] = app.cluster?.front;
	shared[leave] = app.cluster && (() => app.cluster?.leave());
};

export const handle: Handle = async ({ event, resolve }) => {
	const { cookies, request, locals } = event;
	locals.language = languageFor(cookies.get('language'), request.headers.get('accept-language'));
	const theme = themeFor(cookies.get('theme'));
	const messages = await loadMessages(locals.language);
	const response = await resolve(event, {
		transformPageChunk: ({ html }) =>
			html
				.replace('%tegenwicht.language%', locals.language)
				.replace('%tegenwicht.theme%', theme)
				.replace('%tegenwicht.waiting%', messages['arena.loading'])
	});
	if (!event.isDataRequest) askAhead(event, response.headers);
	return response;
};

/** Lets the browser ask who it is in a workshop while it still fetches the program that wants to know. */
function askAhead({ route, params }: RequestEvent, headers: Headers): void {
	if (!route.id?.startsWith('/w/[id]') || !params.id) return;
	const question = `/api/workshops/${encodeURIComponent(params.id)}`;
	headers.append('link', `<${question}>; rel="preload"; as="fetch"; crossorigin`);
}

/** Visitors see an id, the log has the rest under it; addresses that don't exist are nobody's error. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status < 500) return { message };
	return {
		message,
		errorId: logUnexpected(error, `${event.request.method} ${event.route.id ?? 'no route'}`)
	};
};
