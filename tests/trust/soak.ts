import { parseArgs } from 'node:util';
import { seeded } from '../server/rooms/support/seeded.ts';
import { startServer, type RunningServer } from '../server/running-server.ts';
import { floors, perHour, sample, type Sample } from './soak/memory.ts';
import { Person } from './soak/person.ts';

/**
 * Lets 40 people come and go for so many minutes, and tells what the server's memory does meanwhile.
 * `npm run soak -- --minutes 60 --seed 1`; exits with 1 when something saved is gone, or somebody
 * could not come in.
 */
const { values } = parseArgs({
	options: {
		minutes: { type: 'string', default: '60' },
		seed: { type: 'string', default: '1' }
	}
});
const minutes = Number(values.minutes);
const draw = seeded(Number(values.seed));
/** A full workshop, and smaller ones, the last of which nobody is in now and then. */
const sizes = [20, 12, 6, 2];
const token = 'only-for-the-soak-test';
const server = await startServer({ ORIGIN: 'https://arena.example', METRICS_TOKEN: token });
const end = performance.now() + minutes * 60_000;

async function fill(of: RunningServer, size: number, number: number) {
	const host = of.visitor();
	const { id, links } = await host.start();
	const place = { server: of, workshopId: id, link: links.participant, end, draw };
	const people = Array.from(
		{ length: size },
		(_, index) => new Person(`p${number}-${index}`, place)
	);
	return { host, id, people };
}

const workshops = [];
for (const [number, size] of sizes.entries()) workshops.push(await fill(server, size, number));
const people = workshops.flatMap((workshop) => workshop.people);

const samples: Sample[] = [];
const looking = setInterval(() => {
	void sample(server, token).then((one) => {
		samples.push(one);
		if (samples.length % 30 === 0) console.log(sentence(one));
	});
}, 10_000);

function sentence({ resident, heap, delay }: Sample): string {
	const visits = people.reduce((sum, person) => sum + person.visits, 0);
	return `${samples.length * 10} s: ${mb(resident)} MB, of which in use ${mb(heap)}; delay p99 ${(delay * 1000).toFixed(0)} ms; ${visits} visits`;
}

function mb(bytes: number): string {
	return (bytes / 1e6).toFixed(1);
}

await Promise.all(people.map((person) => person.live()));
clearInterval(looking);

/** What somebody was told is saved, and is not there. */
const lost: string[] = [];
for (const { host, id, people: inIt } of workshops) {
	const { json } = await host.get(`/api/workshops/${id}/file`);
	const titles = new Set(json.measures.map((measure: { title: string }) => measure.title));
	for (const { saved } of inIt) if (saved !== undefined && !titles.has(saved)) lost.push(saved);
}
await server.stop();

const failures = people.flatMap((person) => person.failures);
for (const failure of new Set(failures)) console.log(failure);
/** The first quarter is for warming up: compiled code, caches, the first documents. */
const steady = samples.slice(Math.floor(samples.length / 4));
const stretch = Math.min(5 * 60_000, (minutes * 60_000) / 8);
const slope = (value: (of: Sample) => number) => perHour(floors(steady, value, stretch));
console.table({
	minutes,
	people: people.length,
	visits: people.reduce((sum, { visits }) => sum + visits, 0),
	edits: people.reduce((sum, { edits }) => sum + edits, 0),
	'failed visits': failures.length,
	'saved and gone': lost.length,
	'memory at the end, MB': mb(samples.at(-1)?.resident ?? 0),
	'most memory, MB': mb(Math.max(...samples.map(({ resident }) => resident))),
	'slope of memory, MB an hour': mb(slope(({ resident }) => resident)),
	'slope of memory in use, MB an hour': mb(slope(({ heap }) => heap)),
	'longest delay p99, ms': Math.max(...samples.map(({ delay }) => delay * 1000)).toFixed(0)
});
process.exit(lost.length + failures.length === 0 ? 0 : 1);
