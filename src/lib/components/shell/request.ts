import type { Adoption } from '#lib/document/session/critic.ts';
import type { Reason } from '#lib/domain/reason.ts';
import type { TextKey } from '#lib/i18n/messages.ts';
import type { Translate } from '#lib/i18n/translate.ts';

/** The refusals that have a sentence of their own; everything else reads as `unexpected`. */
const explained = [
	'malformed',
	'bad-file',
	'not-joined',
	'wrong-role',
	'not-yours',
	'wrong-code',
	'wrong-passphrase',
	'not-here',
	'not-now',
	'unanswered',
	'too-large',
	'too-many',
	'no-connection',
	'unexpected'
] as const;

export type RefusalCode = (typeof explained)[number];

/** Something in a file that keeps it from being opened, or that was left out; paths are dotted. */
export type FileProblem = { readonly path: string } & Reason;

/** Why the server did not do what was asked. */
export type Refusal = {
	readonly code: RefusalCode;
	/** Seconds after which trying again makes sense. */
	readonly retryAfter: number | undefined;
	readonly problems: readonly FileProblem[];
	/** What has to be answered first, or a reason given for. */
	readonly open?: Adoption['open'];
};

export type Reply<Value> =
	{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

type RefusalBody = {
	error?: { code?: string };
	problems?: readonly FileProblem[];
	open?: Adoption['open'];
};

const noConnection: Refusal = { code: 'no-connection', retryAfter: undefined, problems: [] };

/** Asks the server to do something; a text is sent as it is, anything else as JSON. */
export async function request<Value>(
	method: 'GET' | 'POST' | 'PUT' | 'DELETE',
	path: string,
	body?: unknown
): Promise<Reply<Value>> {
	try {
		const response = await fetch(path, {
			method,
			headers: body === undefined ? {} : { 'content-type': 'application/json' },
			body: typeof body === 'string' || body === undefined ? body : JSON.stringify(body)
		});
		const answer: unknown = await response.json().catch(() => ({}));
		if (response.ok) return { ok: true, value: answer as Value };
		return { ok: false, refusal: refusalOf(answer as RefusalBody, response.headers) };
	} catch {
		return { ok: false, refusal: noConnection };
	}
}

function refusalOf({ error, problems = [], open }: RefusalBody, headers: Headers): Refusal {
	const wait = headers.get('retry-after');
	return {
		code: explained.find((code) => code === error?.code) ?? 'unexpected',
		retryAfter: wait === null ? undefined : Number(wait),
		problems,
		open
	};
}

/** Says what happened and what to do now. */
export function refusalText(t: Translate, { code, retryAfter }: Refusal): string {
	const key: TextKey = `request.${code}`;
	return code === 'too-many' ? t(key, { seconds: retryAfter ?? 60 }) : t(key);
}
