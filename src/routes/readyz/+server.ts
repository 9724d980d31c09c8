import { endpoint } from '#lib/server/endpoint.ts';
import { obstacles } from '#lib/server/operations/readiness.ts';

const sentences = {
	store: 'the store cannot be written',
	disk: 'the disk is nearly full',
	rooms: 'edits cannot be kept now'
} as const;

/** Tells whether what people write can be kept now, by writing something. */
export const GET = endpoint(async ({ app }) => {
	const [first] = await obstacles(app);
	if (!first) return { status: 'ready' };
	return Response.json({ status: sentences[first] }, { status: 503 });
});
