import {
	changeEvent,
	eventText,
	wholeEvent,
	type ChangeTexts,
	type Picture
} from './event-text.ts';

type SubscriberParts = {
	readonly memberId: string;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly texts: ChangeTexts;
	/** Called once when the stream has ended, from whichever side. */
	readonly ended: (subscriber: Subscriber) => void;
};

/** Bytes that may wait for a slow reader; after that it gets one merged change when it has caught up. */
const mostWaiting = 64 * 1024;
/** Milliseconds after which a browser connects again by itself. */
const retryAfter = 1000;
/** Beats in which a reader may take nothing. */
const mostStuckBeats = 15;

/**
 * One open event stream of one member. It remembers the picture that it sent last, and sends what is
 * different in the next; pictures that come while the reader is slow are left out.
 */
export class Subscriber {
	readonly memberId: string;
	readonly stream: ReadableStream<Uint8Array>;
	readonly #parts: SubscriberParts;
	readonly #encoder = new TextEncoder();
	#controller: ReadableStreamDefaultController<Uint8Array> | undefined;
	#sent: Picture | undefined;
	#latest: Picture | undefined;
	#stuck = 0;

	constructor(parts: SubscriberParts) {
		this.memberId = parts.memberId;
		this.#parts = parts;
		this.stream = new ReadableStream(
			{
				start: (controller) => {
					this.#controller = controller;
					this.#write(`retry: ${retryAfter}\n\n`);
				},
				pull: () => this.#send(),
				cancel: () => this.#forget()
			},
			{ highWaterMark: mostWaiting, size: (chunk) => chunk?.byteLength ?? 0 }
		);
	}

	/** The picture that this reader has, or gets as soon as it can take it. */
	show(picture: Picture): void {
		this.#latest = picture;
		this.#send();
	}

	/** Takes for granted that the reader has a picture, from an earlier connection. */
	resumeAt(picture: Picture): void {
		this.#sent = picture;
		this.#latest = picture;
	}

	/** Says that the connection works and what time it is; lets go of a reader that takes nothing. */
	beat(): void {
		if (!this.#hasRoom) {
			this.#stuck += 1;
			if (this.#stuck > mostStuckBeats) this.end();
			return;
		}
		this.#stuck = 0;
		this.#write(eventText(`{"now":${this.#parts.now()}}`));
	}

	/** Ends the stream; a browser comes back, and hears at the door whether it is still in. */
	end(): void {
		this.#controller?.close();
		this.#forget();
	}

	get #hasRoom(): boolean {
		return (this.#controller?.desiredSize ?? 0) > 0;
	}

	#send(): void {
		const picture = this.#latest;
		if (!picture || picture === this.#sent || !this.#hasRoom) return;
		const { now, texts } = this.#parts;
		const before = this.#sent;
		this.#sent = picture;
		const text = before
			? changeEvent(before, picture, { now: now(), texts })
			: wholeEvent(picture, now());
		if (text !== undefined) this.#write(text);
	}

	#write(text: string): void {
		this.#controller?.enqueue(this.#encoder.encode(text));
	}

	#forget(): void {
		if (!this.#controller) return;
		this.#controller = undefined;
		this.#parts.ended(this);
	}
}
