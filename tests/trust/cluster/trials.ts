import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Arena } from './arena.ts';
import type { Nodes } from './nodes.ts';
import type { Postgres } from './postgres-process.ts';
import type { Redis } from './redis-process.ts';

/**
 * What is done to a cluster while people write. Each trial fails when something that was acknowledged
 * or seen is lost, or when something is acknowledged that can't be safe; times are milliseconds.
 */

/** Kills the owner and gives the longest time in which nobody's edit was acknowledged. */
export async function killOwner(arena: Arena): Promise<number> {
	const { owner } = arena;
	const from = performance.now();
	await owner.send('SIGKILL');
	await arena.everybodyWrites();
	await owner.start();
	return arena.longestSilenceSince(from);
}

/** Stops the owner's process for a while, as a machine that hangs, and lets it go on. */
export async function pauseOwner(arena: Arena, milliseconds: number): Promise<number> {
	const { owner } = arena;
	const from = performance.now();
	await owner.send('SIGSTOP');
	await pause(milliseconds);
	expect(arena.owner).not.toBe(owner);
	await owner.send('SIGCONT');
	await arena.everybodyWrites();
	expect(arena.owner).not.toBe(owner);
	return arena.longestSilenceSince(from);
}

/** Halts the database; nothing may be acknowledged until it is there again. */
export async function haltPostgres(arena: Arena, postgres: Postgres, milliseconds: number) {
	await postgres.halt();
	// What was acknowledged before it stopped may still be on its way.
	await pause(200);
	const before = arena.acknowledged.size;
	await pause(milliseconds);
	expect(arena.acknowledged.size).toBe(before);
	await postgres.start();
	const back = performance.now();
	await arena.everybodyWrites();
	return arena.longestSilenceSince(back);
}

/** Halts Redis, and lets a workshop move meanwhile. */
export async function haltRedis(arena: Arena, redis: Redis, milliseconds: number): Promise<number> {
	await redis.halt();
	await arena.everybodyWrites();
	const took = await killOwner(arena);
	await pause(milliseconds);
	await redis.start();
	await arena.everybodyWrites();
	return took;
}

/** Restarts one node after the other, and gives the longest time in which nothing was acknowledged. */
export async function restartAll(arena: Arena, nodes: Nodes): Promise<number> {
	const from = performance.now();
	for (const node of nodes.all) {
		await node.send('SIGTERM');
		await node.start();
		await arena.everybodyWrites();
	}
	return arena.longestSilenceSince(from);
}
