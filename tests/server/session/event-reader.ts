import { withChange, type ViewChange } from '#lib/document/session/view-change.ts';
import type { SessionView } from '#lib/document/session/view.ts';

type FeedEvent = {
	readonly now: number;
	readonly view?: SessionView;
	readonly changes?: readonly ViewChange[];
};

/** Reads a stream of session events as a phone does, and keeps every byte that came. */
export class EventReader {
	/** Everything that came, as text. */
	received = '';
	view: SessionView | undefined;
	lastId: string | undefined;
	wholes = 0;
	/** Milliseconds by the clock of this device: when the view changed last. */
	changedAt = 0;
	/** The best guess of how far the server's clock is ahead, as `ServerClock` makes it. */
	ahead = -Infinity;
	readonly ended: Promise<void>;
	readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
	readonly #decoder = new TextDecoder();
	#rest = '';
	#waiting: (() => void)[] = [];

	constructor(stream: ReadableStream<Uint8Array>) {
		this.#reader = stream.getReader();
		this.ended = this.#readAll();
	}

	/** Waits until what it has seen is as it should be; the test's own time limit ends a wait in vain. */
	async until(seen: (view: SessionView) => boolean): Promise<SessionView> {
		for (;;) {
			if (this.view && seen(this.view)) return this.view;
			await new Promise<void>((heard) => this.#waiting.push(heard));
		}
	}

	close(): Promise<void> {
		return this.#reader.cancel();
	}

	async #readAll(): Promise<void> {
		for (;;) {
			const { value, done } = await this.#reader.read();
			if (done) return;
			const text = this.#decoder.decode(value, { stream: true });
			this.received += text;
			const events = `${this.#rest}${text}`.split('\n\n');
			this.#rest = events.pop() ?? '';
			for (const event of events) this.#hear(event);
			for (const heard of this.#waiting.splice(0)) heard();
		}
	}

	#hear(event: string): void {
		const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(event)?.[1];
		this.lastId = field('id') ?? this.lastId;
		const json = field('data');
		if (json === undefined) return;
		const { now, view, changes } = JSON.parse(json) as FeedEvent;
		this.ahead = Math.max(this.ahead, now - Date.now());
		if (view) this.wholes += 1;
		if (view || changes) this.changedAt = Date.now();
		if (view) this.view = view;
		if (changes && this.view) this.view = changes.reduce(withChange, this.view);
	}
}
