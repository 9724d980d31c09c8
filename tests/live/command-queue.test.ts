import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandQueue, type QueuedCommand, type Sent } from '#lib/live/command-queue.svelte.ts';

/** A server that answers as told, and remembers what reached it. */
function smallServer() {
	const reached: QueuedCommand[] = [];
	let answer: Sent = { end: 'done' };
	return {
		reached,
		answers: (next: Sent) => (answer = next),
		send: (command: QueuedCommand) => {
			reached.push(command);
			return Promise.resolve(answer);
		}
	};
}

function smallStorage() {
	const kept = new Map<string, string>();
	return {
		kept,
		getItem: (name: string) => kept.get(name) ?? null,
		setItem: (name: string, text: string) => void kept.set(name, text),
		removeItem: (name: string) => void kept.delete(name)
	};
}

let count = 0;
const newId = () => `command-${(count += 1)}`;

function open(server: ReturnType<typeof smallServer>, storage = smallStorage()) {
	const { send } = server;
	return new CommandQueue({ name: 'queue', storage, send, newId, random: () => 0.5 });
}

describe('the queue of commands', () => {
	beforeEach(() => {
		vi.useFakeTimers();
		count = 0;
	});

	afterEach(() => vi.useRealTimers());

	it('sends a command and forgets it when the server has done it', async () => {
		const server = smallServer();
		const storage = smallStorage();
		const queue = open(server, storage);
		queue.give('be-ready', { ready: true });
		expect(queue.waiting).toHaveLength(1);
		await vi.runAllTimersAsync();
		expect(server.reached).toEqual([
			{ id: 'command-1', type: 'be-ready', fields: { ready: true } }
		]);
		expect(queue.waiting).toEqual([]);
		expect(storage.kept.size).toBe(0);
	});

	it('keeps the order and the ids through a lost connection', async () => {
		const server = smallServer();
		const queue = open(server);
		server.answers({ end: 'later' });
		queue.give('first', {});
		queue.give('second', {});
		await vi.advanceTimersByTimeAsync(3000);
		expect(new Set(server.reached.map(({ type }) => type))).toEqual(new Set(['first']));
		server.answers({ end: 'done' });
		await vi.runAllTimersAsync();
		const ids = [...new Set(server.reached.map(({ id }) => id))];
		expect(ids).toEqual(['command-1', 'command-2']);
		expect(queue.waiting).toEqual([]);
	});

	it('survives a page that is loaded again, and sends with the same id', async () => {
		const server = smallServer();
		const storage = smallStorage();
		server.answers({ end: 'later' });
		const before = open(server, storage);
		before.give('submit-estimate', { likely: 2 });
		await vi.advanceTimersByTimeAsync(1);
		before.close();
		server.answers({ end: 'done' });
		open(server, storage);
		await vi.runAllTimersAsync();
		expect(server.reached.map(({ id }) => id)).toEqual(['command-1', 'command-1']);
		expect(storage.kept.size).toBe(0);
	});

	it('says what was refused and goes on with the next', async () => {
		const server = smallServer();
		const queue = open(server);
		server.answers({ end: 'refused', code: 'not-now' });
		queue.give('submit-estimate', {});
		await vi.runAllTimersAsync();
		expect(queue.refused).toMatchObject({ code: 'not-now', command: { type: 'submit-estimate' } });
		expect(queue.waiting).toEqual([]);
		queue.forgetRefusal();
		expect(queue.refused).toBeUndefined();
	});

	it('waits as long as the server asks', async () => {
		const server = smallServer();
		const queue = open(server);
		server.answers({ end: 'later', afterSeconds: 60 });
		queue.give('vote', {});
		await vi.advanceTimersByTimeAsync(59_000);
		expect(server.reached).toHaveLength(1);
		await vi.advanceTimersByTimeAsync(2000);
		expect(server.reached).toHaveLength(2);
		queue.close();
	});

	it('sends at once when the connection is back', async () => {
		const server = smallServer();
		const queue = open(server);
		server.answers({ end: 'later' });
		queue.give('vote', {});
		await vi.advanceTimersByTimeAsync(60_000);
		const before = server.reached.length;
		server.answers({ end: 'done' });
		queue.hurry();
		await vi.advanceTimersByTimeAsync(1);
		expect(server.reached).toHaveLength(before + 1);
	});

	it('says so when this device keeps nothing, and still sends', async () => {
		const server = smallServer();
		const full = {
			...smallStorage(),
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			}
		};
		const queue = open(server, full);
		queue.give('vote', {});
		expect(queue.kept).toBe(false);
		await vi.runAllTimersAsync();
		expect(server.reached).toHaveLength(1);
	});

	it('is empty when what is kept can no longer be read', () => {
		const storage = smallStorage();
		storage.setItem('queue', '[{"id":1},null,"x"]');
		expect(open(smallServer(), storage).waiting).toEqual([]);
		storage.setItem('queue', '{');
		expect(open(smallServer(), storage).waiting).toEqual([]);
	});
});
