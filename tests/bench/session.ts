import { availableParallelism } from 'node:os';
import { startServer } from '../server/running-server.ts';
import type { Answer } from '../server/visitor.ts';
import { joinLaptop, joinPhone, type Seats } from './session/screens.ts';

/**
 * A whole group in one session on a real server: 30 phones that follow it by events and send commands,
 * and 8 laptops on the shared documents, on which people type. How long until a phase change has
 * reached everybody, and how far apart their timers are. Ends with 1 when that is more than promised.
 */
const counts = { phones: 30, laptops: 8, moves: 60 };
const phases = ['goal', 'facts', 'measures', 'effects', 'payers', 'estimate'] as const;
/** What was promised, in milliseconds. */
const most = { phaseChange: 1000, skew: 500 };

const server = await startServer();
try {
	const host = server.visitor();
	const workshop = await host.start({ template: 'demo', language: 'nl' });
	const { id, links } = workshop;
	const seats: Seats = { server, workshopId: id, link: links.participant };
	const phones = await several(counts.phones, () => joinPhone(seats));
	const laptops = await several(counts.laptops, () => joinLaptop(seats));
	const screens = [...phones, ...laptops];
	const one: number[] = [];
	const last: number[] = [];

	for (let move = 0; move < counts.moves; move += 1) {
		const phase = phases[move % phases.length] ?? 'goal';
		await accepted(host.give(id, { type: 'set-ready-check', open: true }));
		let begin = 0;
		const seen = screens.map(async (screen) => {
			await screen.sees((session) => session.phase === phase);
			return performance.now() - begin;
		});
		// Meanwhile everybody says that they are ready and types, as at the end of a step.
		const answers = phones.map((phone) => accepted(phone.ready()));
		for (const [number, laptop] of laptops.entries()) laptop.type(`card-${move}-${number}`);
		begin = performance.now();
		await accepted(host.give(id, { type: 'set-phase', phase }));
		const times = await Promise.all(seen);
		one.push(...times);
		last.push(Math.max(...times));
		await Promise.all(answers);
	}

	await accepted(host.give(id, { type: 'set-timer', action: 'start', seconds: 600 }));
	await Promise.all(screens.map((screen) => screen.sees(({ timer }) => timer !== undefined)));
	const ahead = await Promise.all(screens.map((screen) => screen.ahead()));
	const skew = Math.max(...ahead) - Math.min(...ahead);
	console.log(
		`${phones.length} phones and ${laptops.length} laptops, ${counts.moves} phase changes, ${availableParallelism()} cores`
	);
	console.table({
		'phase change on one screen, p50 ms': Math.round(quantile(one, 0.5)),
		'on the last screen, p50 ms': Math.round(quantile(last, 0.5)),
		'on the last screen, p95 ms': Math.round(quantile(last, 0.95)),
		'on the last screen, slowest ms': Math.round(quantile(last, 1)),
		'timers differ at most, ms': skew
	});
	await Promise.all(screens.map((screen) => screen.leave()));
	const kept = quantile(last, 0.95) <= most.phaseChange && skew < most.skew;
	process.exitCode = kept ? 0 : 1;
} finally {
	await server.stop();
}

function several<Made>(count: number, make: () => Promise<Made>): Promise<Made[]> {
	return Promise.all(Array.from({ length: count }, make));
}

/** Fails when the server refused: refusals would be fast. */
async function accepted(asked: Promise<Answer>): Promise<void> {
	const { status, text } = await asked;
	if (status !== 200) throw new Error(`The server answered ${status} ${text}`);
}

function quantile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((low, high) => low - high);
	return sorted[Math.ceil(share * sorted.length) - 1] ?? NaN;
}
