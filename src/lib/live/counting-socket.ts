import { FrameLedger } from './frame-ledger.ts';

type SocketClass = typeof WebSocket;
type Frame = Parameters<WebSocket['send']>[0];

type SocketWatch = {
	/** A new connection is being made; its frames are counted in this ledger. */
	opening: (ledger: FrameLedger) => void;
	/** Something came from the server, whatever it was. */
	heard: () => void;
};

function bytesOf(frame: Frame): Uint8Array {
	if (frame instanceof Uint8Array) return frame;
	if (ArrayBuffer.isView(frame)) return new Uint8Array(frame.buffer, frame.byteOffset, 2);
	return frame instanceof ArrayBuffer ? new Uint8Array(frame) : new Uint8Array();
}

/** Milliseconds after which a connection that does not come about is given up; browsers wait minutes. */
const longestOpening = 10_000;

/** Makes a WebSocket class whose every connection counts its own frames with edits, and opens soon or never. */
export function countingSocket(watch: SocketWatch, Base: SocketClass = WebSocket): SocketClass {
	return class CountingSocket extends Base {
		readonly #ledger = new FrameLedger();

		constructor(url: string | URL, protocols?: string | string[]) {
			super(url, protocols);
			watch.opening(this.#ledger);
			this.addEventListener('message', watch.heard);
			const late = setTimeout(() => this.close(), longestOpening);
			for (const end of ['open', 'close']) this.addEventListener(end, () => clearTimeout(late));
		}

		override send(frame: Frame): void {
			this.#ledger.frameSent(bytesOf(frame));
			super.send(frame);
		}
	};
}
