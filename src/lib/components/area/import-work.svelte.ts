import { untrack } from 'svelte';
import type { AreaObservation } from '#lib/domain/area/area-observation.ts';
import { mappingOf } from '#lib/importers/mapping.ts';
import type { ImportSettings } from '#lib/importers/settings.ts';
import type {
	ImportOutcome,
	ImportPreview,
	Which,
	WorkerAnswer,
	WorkerQuestion
} from './import-messages.ts';
import { KeptMappings } from './kept-mappings.ts';

const nothingChosen: ImportSettings = {};

/** Where an import stands: from choosing a file to what was done with it. */
export type ImportStage = 'choose' | 'reading' | 'preview' | 'sending' | 'done';

type Place = {
	/** Where what was read is sent; undefined where the page itself wants to have it. */
	readonly path: string | undefined;
	/** Where the workspace remembers how files are read. */
	readonly mappings: string;
	/** What is chosen before anybody chose. */
	readonly settings?: ImportSettings;
	/** Which values the page wants to have, of what was found. */
	readonly pick?: (preview: ImportPreview) => Which;
	/** "YYYY-MM-DD". */
	readonly today: string;
	readonly areas: () => readonly { readonly code: string; readonly name: string }[];
	/** Counts below this are hidden. */
	readonly smallest: () => number;
};

/** One import by one person: the file, what was found in it, what they chose, and what came of it. */
export class ImportWork {
	#stage = $state<ImportStage>('choose');
	#preview = $state.raw<ImportPreview>();
	#outcome = $state.raw<ImportOutcome>();
	#picked = $state.raw<readonly AreaObservation[]>([]);
	#refusal = $state<string>();
	#share = $state(0);
	#settings = $state.raw<ImportSettings>(nothingChosen);
	#fileName = $state('');
	#isRecalled = $state(false);
	/** The header of the file as it was read first: by it the next file of its kind is known. */
	#headers: readonly string[] | undefined;
	#bytes: ArrayBuffer | undefined;
	#worker: Worker | undefined;
	#turn = 0;
	readonly #place: Place;
	readonly #kept: KeptMappings;

	constructor(place: Place) {
		this.#place = place;
		this.#kept = new KeptMappings(place.mappings);
	}

	get stage(): ImportStage {
		return this.#stage;
	}

	get preview(): ImportPreview | undefined {
		return this.#preview;
	}

	/** What the import would do, and after sending what it did. */
	get outcome(): ImportOutcome | undefined {
		return this.#outcome;
	}

	/** The values that the page asked for; none before a file was read. */
	get picked(): readonly AreaObservation[] {
		return this.#picked;
	}

	/** Code of the server's refusal. */
	get refusal(): string | undefined {
		return this.#refusal;
	}

	/** How much was read, 0 to 1. */
	get share(): number {
		return this.#share;
	}

	get settings(): ImportSettings {
		return this.#settings;
	}

	get fileName(): string {
		return this.#fileName;
	}

	/** True when the choices are those that somebody in the workspace made for an earlier file of this kind. */
	get isRecalled(): boolean {
		return this.#isRecalled;
	}

	/** Reads a file; nothing of it leaves this browser yet. */
	async choose(file: File): Promise<void> {
		this.#fileName = file.name;
		this.#settings = this.#place.settings ?? nothingChosen;
		this.#headers = undefined;
		this.#isRecalled = false;
		this.#preview = undefined;
		this.#bytes = await file.arrayBuffer();
		this.#read();
	}

	/** Reads the same file again as if nobody had chosen anything for files of its kind. */
	forget(): void {
		this.#isRecalled = false;
		this.#settings = this.#place.settings ?? nothingChosen;
		this.#read();
	}

	/** Reads the same file again with another choice. */
	change(settings: ImportSettings): void {
		this.#settings = { ...this.#settings, ...settings };
		this.#read();
	}

	/** Sends what was read to the workshop. */
	send(onSameKey: 'skip' | 'replace'): void {
		const { path } = this.#place;
		if (path === undefined) return;
		this.#stage = 'sending';
		this.#refusal = undefined;
		this.#ask({ ask: 'send', turn: this.#next(), path, dryRun: false, onSameKey });
	}

	/** Goes back to choosing a file. */
	restart(): void {
		this.#next();
		this.#stage = 'choose';
		this.#preview = undefined;
		this.#picked = [];
		this.#outcome = undefined;
		this.#refusal = undefined;
		this.#bytes = undefined;
	}

	close(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	#read(): void {
		const bytes = this.#bytes;
		if (!bytes) return;
		this.#stage = 'reading';
		this.#share = 0;
		this.#refusal = undefined;
		this.#outcome = undefined;
		const areas = untrack(() => this.#place.areas()).map(({ code, name }) => ({ code, name }));
		this.#ask({
			...{ ask: 'read', turn: this.#next(), bytes, settings: this.#settings },
			surroundings: { fileName: this.#fileName, today: this.#place.today, areas },
			smallest: this.#place.smallest()
		});
	}

	#next(): number {
		this.#turn += 1;
		return this.#turn;
	}

	#ask(question: WorkerQuestion): void {
		if (!this.#worker) {
			this.#worker = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
			this.#worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => this.#hear(data);
		}
		this.#worker.postMessage(question);
	}

	#hear(answer: WorkerAnswer): void {
		if (answer.turn !== this.#turn) return;
		if (answer.said === 'progress') this.#share = answer.share;
		else if (answer.said === 'preview') void this.#hearPreview(answer.preview);
		else if (answer.said === 'picked') this.#picked = answer.observations;
		else if (answer.said === 'outcome') this.#finish(answer.outcome);
		else {
			this.#refusal = answer.code;
			this.#stage = 'preview';
		}
	}

	/** A file with a header that was seen before is read with the choices that were made then. */
	async #hearPreview(preview: ImportPreview): Promise<void> {
		if (this.#headers === undefined) {
			this.#headers = headersOf(preview);
			const turn = this.#turn;
			const mapping = await this.#kept.recall(this.#headers);
			if (turn !== this.#turn) return;
			if (mapping) {
				this.#isRecalled = true;
				this.change(mapping);
				return;
			}
		}
		this.#show(preview);
	}

	#show(preview: ImportPreview): void {
		this.#preview = preview;
		this.#stage = 'preview';
		this.#picked = [];
		if (!preview.ready) return;
		const { path, pick } = this.#place;
		if (pick) this.#ask({ ask: 'pick', turn: this.#next(), which: pick(preview) });
		if (path === undefined) return;
		this.#ask({ ask: 'send', turn: this.#next(), path, dryRun: true, onSameKey: 'skip' });
	}

	#finish(outcome: ImportOutcome): void {
		this.#outcome = outcome;
		if (this.#stage !== 'sending') return;
		this.#stage = 'done';
		const mapping = this.#preview && mappingOf(headersOf(this.#preview), this.#settings);
		if (mapping) void this.#kept.keep(this.#headers ?? [], mapping);
	}
}

function headersOf({ detected }: ImportPreview): string[] {
	return detected.columns.map(({ header }) => header);
}
