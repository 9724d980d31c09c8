import { takeBack, type Kept } from '#lib/document/taking-back/take-back.ts';
import { Tracer, type Trace } from '#lib/document/taking-back/trace.ts';
import { BoardView } from '#lib/document/board-view.ts';
import type { BoardContent } from '#lib/document/content.ts';
import { ApiError } from '../api-error.ts';
import type { App } from '../app.ts';
import { inSlices } from '../in-slices.ts';
import { copyOf, keepVersion } from '../rooms/versions.ts';
import type { MemberRow } from '../store/store.ts';

/** Updates that are played again before others get their turn: some milliseconds of work. */
const slice = 100;

type Asked = {
	readonly workshopId: string;
	/** Whose work it is about. */
	readonly memberId: string;
	/** Milliseconds since 1970. */
	readonly since: number;
};

/** What taking back would change, and what it would leave. */
export type TakingBack = {
	readonly before: BoardContent;
	readonly after: BoardContent;
	readonly kept: readonly (Omit<Kept, 'by'> & { readonly by: string | null })[];
	/** ISO moment from which on it is known who wrote what; null when that is before the moment asked for. */
	readonly from: string | null;
};

/** Tries out on a copy of the board what taking back somebody's work would do. */
export async function previewTakingBack(
	app: Pick<App, 'store' | 'hub'>,
	asked: Asked
): Promise<TakingBack> {
	const { traces, from } = await traceWork(app, asked);
	const copy = await app.hub.read(asked.workshopId, 'board', copyOf);
	const before = contentOf(copy);
	const kept = takeBack(copy, traces);
	const after = contentOf(copy);
	copy.destroy();
	const names = await namesOf(app, asked.workshopId, kept);
	return {
		...{ before, after },
		kept: kept.map((one) => ({ ...one, by: (one.by !== null && names.get(one.by)) || null })),
		from: from > asked.since ? new Date(from).toISOString() : null
	};
}

/**
 * Takes back what a member wrote on the board since a moment, as a new change that everybody sees at
 * once. The board of before is kept as a version.
 *
 * @returns how much stays because somebody else wrote there since, or because theirs hangs on it
 */
export async function takeBackWork(
	app: Pick<App, 'store' | 'hub'>,
	asked: Asked,
	by: Pick<MemberRow, 'id'>
): Promise<{ readonly kept: number }> {
	const { traces } = await traceWork(app, asked);
	const { workshopId } = asked;
	await keepVersion(app, { workshopId, memberId: by.id, label: 'before-undo' });
	let kept = 0;
	await app.hub.change(workshopId, 'board', by.id, (document) => {
		kept = takeBack(document, traces).length;
	});
	return { kept };
}

async function traceWork(
	{ store }: Pick<App, 'store'>,
	{ workshopId, memberId, since }: Asked
): Promise<{ readonly traces: readonly Trace[]; readonly from: number }> {
	const history = await store.loadHistory(`${workshopId}/board`, since);
	if (!history) {
		throw new ApiError('not-now', 'It is no longer known who wrote what on this board.');
	}
	const tracer = new Tracer(history.state, { memberId, since: Math.max(since, history.from) });
	await inSlices(history.entries, slice, (some) => tracer.play(some));
	const traces = tracer.traces();
	tracer.destroy();
	return { traces, from: history.from };
}

function contentOf(document: Parameters<typeof takeBack>[0]): BoardContent {
	const view = new BoardView(document);
	const { content } = view;
	view.destroy();
	return content;
}

async function namesOf(
	{ store }: Pick<App, 'store'>,
	workshopId: string,
	kept: readonly Kept[]
): Promise<ReadonlyMap<string, string>> {
	const ids = new Set(kept.flatMap(({ by }) => (by === null ? [] : [by])));
	const members = await Promise.all([...ids].map((id) => store.findMember(workshopId, id)));
	return new Map(members.flatMap((one) => (one?.name ? [[one.id, one.name] as const] : [])));
}
