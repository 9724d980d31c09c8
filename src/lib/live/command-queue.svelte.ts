/** Something that this person asks the server to do; the server does each id once. */
export type QueuedCommand = {
	readonly id: string;
	readonly type: string;
	readonly fields: Readonly<Record<string, unknown>>;
};

/** How sending a command ended: done, refused for good, or to be tried again. */
export type Sent =
	| { readonly end: 'done' }
	| { readonly end: 'refused'; readonly code: string }
	| { readonly end: 'later'; readonly afterSeconds?: number };

/** A command that the server will never do, and why. */
export type RefusedCommand = { readonly command: QueuedCommand; readonly code: string };

type QueuePlace = {
	/** Under which name the waiting commands are kept on this device. */
	readonly name: string;
	readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
	readonly send: (command: QueuedCommand) => Promise<Sent>;
	readonly newId: () => string;
	readonly random: () => number;
};

const firstPause = 500;
const longestPause = 15_000;

/**
 * Commands on their way to the server, first in, first out.
 *
 * Each is kept on this device until the server has answered, so that a lost connection or a page
 * that is loaded again loses nothing. It keeps its id, so that nothing is done twice.
 */
export class CommandQueue {
	readonly #place: QueuePlace;
	#waiting = $state.raw<readonly QueuedCommand[]>([]);
	#refused = $state.raw<RefusedCommand>();
	#kept = $state(true);
	#sending = false;
	#closed = false;
	#attempts = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(place: QueuePlace) {
		this.#place = place;
		this.#waiting = this.#read();
		void this.#sendAll();
	}

	/** What the server has not answered yet, oldest first. */
	get waiting(): readonly QueuedCommand[] {
		return this.#waiting;
	}

	/** The last command that was refused, until somebody has seen it. */
	get refused(): RefusedCommand | undefined {
		return this.#refused;
	}

	/** What waits is kept when the page is closed; some browsers keep nothing in a private window. */
	get kept(): boolean {
		return this.#kept;
	}

	/** Gives a command: it is kept first, and sent as soon as there is a connection. */
	give(type: string, fields: Readonly<Record<string, unknown>>): void {
		this.#refused = undefined;
		this.#write([...this.#waiting, { id: this.#place.newId(), type, fields }]);
		this.hurry();
	}

	/** Tries again now, for instance when the connection is back. */
	hurry(): void {
		clearTimeout(this.#timer);
		this.#attempts = 0;
		void this.#sendAll();
	}

	/** Takes the refusal off the screen. */
	forgetRefusal(): void {
		this.#refused = undefined;
	}

	/** Stops sending; what waits stays on this device. */
	close(): void {
		this.#closed = true;
		clearTimeout(this.#timer);
	}

	async #sendAll(): Promise<void> {
		if (this.#sending) return;
		this.#sending = true;
		try {
			for (let next = this.#waiting[0]; next && !this.#closed; next = this.#waiting[0]) {
				if (!(await this.#sendOne(next))) break;
			}
		} finally {
			this.#sending = false;
		}
	}

	/** Tells whether the server answered, so that the next one may go. */
	async #sendOne(command: QueuedCommand): Promise<boolean> {
		const sent = await this.#place.send(command);
		if (sent.end === 'later') {
			this.#tryLater(sent.afterSeconds);
			return false;
		}
		this.#attempts = 0;
		if (sent.end === 'refused') this.#refused = { command, code: sent.code };
		this.#write(this.#waiting.filter(({ id }) => id !== command.id));
		return true;
	}

	/** Waits longer each time, and not all devices equally long. */
	#tryLater(afterSeconds = 0): void {
		if (this.#closed) return;
		const pause = Math.min(firstPause * 2 ** this.#attempts, longestPause);
		this.#attempts += 1;
		const spread = pause * (0.5 + 0.5 * this.#place.random());
		this.#timer = setTimeout(() => void this.#sendAll(), Math.max(spread, afterSeconds * 1000));
	}

	#read(): readonly QueuedCommand[] {
		try {
			const kept: unknown = JSON.parse(this.#place.storage.getItem(this.#place.name) ?? '[]');
			return Array.isArray(kept) ? kept.filter(isCommand) : [];
		} catch {
			return [];
		}
	}

	#write(waiting: readonly QueuedCommand[]): void {
		this.#waiting = waiting;
		const { storage, name } = this.#place;
		try {
			if (waiting.length === 0) storage.removeItem(name);
			else storage.setItem(name, JSON.stringify(waiting));
			this.#kept = true;
		} catch {
			this.#kept = false;
		}
	}
}

function isCommand(value: unknown): value is QueuedCommand {
	const command = value as Partial<QueuedCommand> | null;
	return (
		typeof command?.id === 'string' &&
		typeof command.type === 'string' &&
		typeof command.fields === 'object'
	);
}
