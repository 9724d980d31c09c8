import type { Reply } from '../shell/request.ts';

/** The largest workshop file, in bytes. */
const mostBytes = 5_000_000;

/** Reads a workshop file from the device as JSON; what is in it, the server checks. */
export async function readJsonFile(file: File): Promise<Reply<unknown>> {
	if (file.size > mostBytes) return refused('too-large');
	try {
		return { ok: true, value: JSON.parse(await file.text()) };
	} catch {
		return refused('bad-file');
	}
}

function refused(code: 'too-large' | 'bad-file'): Reply<unknown> {
	return { ok: false, refusal: { code, retryAfter: undefined, problems: [] } };
}
