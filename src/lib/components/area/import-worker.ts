import { digest } from 'lib0/hash/sha256';
import { countsIn } from '#lib/domain/area/counts.ts';
import { packBatch } from '#lib/domain/area/figure-batch.ts';
import { hideSmallCells } from '#lib/domain/area/small-cells.ts';
import { hexOf } from '#lib/importers/header-signature.ts';
import { readImport, type ImportResult } from '#lib/importers/read-import.ts';
import type { ImportPreview, WorkerAnswer, WorkerQuestion } from './import-messages.ts';

/**
 * Reads files beside the page, so that the page stays usable, and keeps what was read: a hundred thousand
 * values never cross to the page. Personal columns and small counts don't leave this place at all.
 */
type Read = { readonly result: ImportResult; readonly fileName: string; readonly fileHash: string };

let last: Read | undefined;

const worker = globalThis as unknown as {
	postMessage: (answer: WorkerAnswer) => void;
	onmessage: ((event: MessageEvent<WorkerQuestion>) => void) | null;
};

worker.onmessage = ({ data: question }) => {
	if (question.ask === 'read') read(question);
	else if (question.ask === 'pick') pick(question);
	else void send(question);
};

function read({
	turn,
	bytes,
	settings,
	surroundings,
	smallest
}: Extract<WorkerQuestion, { ask: 'read' }>): void {
	const content = new Uint8Array(bytes);
	const progress = (share: number) => worker.postMessage({ turn, said: 'progress', share });
	const found = readImport(content, settings, { ...surroundings, progress });
	const { result, hidden } = withoutSmallCounts(found, smallest);
	last = { result, fileName: surroundings.fileName, fileHash: hexOf(digest(content)) };
	worker.postMessage({ turn, said: 'preview', preview: previewOf(result, hidden) });
}

/** Only what somebody registered about an area is about few people; published figures were hidden already. */
function withoutSmallCounts(result: ImportResult, smallest: number) {
	const counted = countsIn({ ...result, source: sourceOf(result) });
	const counts = result.observations.filter(counted);
	if (counts.length === 0) return { result, hidden: 0 };
	const others = result.observations.filter((one) => !counted(one));
	const shown = hideSmallCells(counts, smallest);
	const hidden = shown.filter(({ value }, place) => value !== counts[place]?.value).length;
	return { result: { ...result, observations: [...others, ...shown] }, hidden };
}

function sourceOf({ detected }: ImportResult): string {
	return detected.source ?? 'own-wide';
}

/** Most values that cross to the page: a plan follows tens of figures over tens of periods. */
const mostPicked = 5000;

function pick({ turn, which }: Extract<WorkerQuestion, { ask: 'pick' }>): void {
	const [indicators, areas] = [new Set(which.indicators), new Set(which.areas)];
	const picked = (last?.result.observations ?? []).filter(
		({ indicator, area }) => indicators.has(indicator) && areas.has(area)
	);
	worker.postMessage({ turn, said: 'picked', observations: picked.slice(0, mostPicked) });
}

function previewOf(result: ImportResult, hidden: number): ImportPreview {
	const { observations: _, areas: __, ...rest } = result;
	return { ...rest, hidden };
}

async function send({
	turn,
	path,
	dryRun,
	onSameKey
}: Extract<WorkerQuestion, { ask: 'send' }>): Promise<void> {
	if (!last?.result.ready) return worker.postMessage({ turn, said: 'refused', code: 'bad-file' });
	const { result, fileName, fileHash } = last;
	const { areas, indicators, observations, detected } = result;
	const batch = packBatch({
		...{ fileName: fileName.slice(0, 300), fileHash, areas, indicators, observations },
		source: sourceOf(result),
		vintage: detected.vintage ?? null
	});
	try {
		const response = await fetch(path, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ dryRun, onSameKey, batch })
		});
		const answer = await response.json();
		if (response.ok) worker.postMessage({ turn, said: 'outcome', outcome: answer });
		else worker.postMessage({ turn, said: 'refused', code: answer.error?.code ?? 'unexpected' });
	} catch {
		worker.postMessage({ turn, said: 'refused', code: 'no-connection' });
	}
}
