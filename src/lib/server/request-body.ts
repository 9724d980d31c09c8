import * as v from 'valibot';
import { ApiError } from './api-error.ts';

const smallRequest = 64 * 1024;

/**
 * Reads a request's body.
 *
 * @throws {ApiError} 413 when it is larger than `most` bytes
 */
export async function readBytes(request: Request, most: number): Promise<Uint8Array> {
	const tooLarge = () =>
		new ApiError(
			'too-large',
			`This is larger than the ${Math.floor(most / 1000)} kB that are read.`
		);
	if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge();
	// Reading fails where the server in front of us has its own, higher limit.
	const bytes = await request.bytes().catch(() => {
		throw tooLarge();
	});
	if (bytes.length > most) throw tooLarge();
	return bytes;
}

/** The same as text. @throws {ApiError} 413 as above, 400 when it is not UTF-8 */
export async function readText(request: Request, most: number): Promise<string> {
	const bytes = await readBytes(request, most);
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		throw new ApiError('malformed', 'The request is not UTF-8 text.');
	}
}

/** @throws {ApiError} 400 when the text is not JSON; says nothing of what was in it */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new ApiError('malformed', 'The request is not valid JSON.');
	}
}

/**
 * Reads a small JSON body that fits a schema.
 *
 * @throws {ApiError} 400 with the path that is wrong, or 413
 */
export async function readBody<Schema extends v.GenericSchema>(
	request: Request,
	schema: Schema
): Promise<v.InferOutput<Schema>> {
	return check(schema, parseJson((await readText(request, smallRequest)) || '{}'));
}

/** @throws {ApiError} 400 with the first thing that is wrong and its dotted path */
export function check<Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown
): v.InferOutput<Schema> {
	const result = v.safeParse(schema, value);
	if (result.success) return result.output;
	const [issue] = result.issues;
	const path = v.getDotPath(issue) ?? '';
	throw new ApiError('malformed', issue.message, { path });
}
