/** Why a request is refused; the words are English, screens go by the code. */
export type ErrorCode =
	| 'malformed'
	| 'bad-file'
	| 'unknown-command'
	| 'not-joined'
	| 'wrong-origin'
	| 'wrong-role'
	| 'not-yours'
	| 'wrong-phase'
	| 'wrong-code'
	| 'wrong-passphrase'
	| 'not-here'
	| 'not-now'
	| 'unanswered'
	| 'sealed'
	| 'too-large'
	| 'too-many'
	| 'unexpected'
	| 'try-later';

const statusOf: Record<ErrorCode, number> = {
	malformed: 400,
	'bad-file': 400,
	'unknown-command': 400,
	'not-joined': 401,
	'wrong-origin': 403,
	'wrong-role': 403,
	'not-yours': 403,
	'wrong-phase': 403,
	'wrong-code': 403,
	'wrong-passphrase': 403,
	'not-here': 404,
	'not-now': 409,
	unanswered: 409,
	sealed: 409,
	'too-large': 413,
	'too-many': 429,
	unexpected: 500,
	'try-later': 503
};

type More = {
	/** Dotted place in the request that is wrong. */
	readonly path?: string;
	/** Seconds after which trying again makes sense. */
	readonly retryAfter?: number;
	/** Further fields beside `error` in the answer. */
	readonly extra?: Readonly<Record<string, unknown>>;
};

/** A refusal that the client is told about, as `{ "error": { "code", "message", "path"? } }`. */
export class ApiError extends Error {
	override readonly name = 'ApiError';
	readonly code: ErrorCode;
	readonly more: More;

	constructor(code: ErrorCode, message: string, more: More = {}) {
		super(message);
		this.code = code;
		this.more = more;
	}

	toResponse(): Response {
		const { path, retryAfter, extra } = this.more;
		const error = { code: this.code, message: this.message, ...(path !== undefined && { path }) };
		const headers = new Headers({ 'cache-control': 'no-store' });
		if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
		return Response.json({ error, ...extra }, { status: statusOf[this.code], headers });
	}
}
