import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putArgument, putDismissal, raiseChallenge } from '#lib/document/session/write-critic.ts';
import { newChallenge } from '#lib/domain/challenge.ts';
import { criticise } from '#lib/domain/critic/criticise.ts';
import { questionsOf, queueOf, type Question } from '#lib/domain/critic/question.ts';
import { rules } from '#lib/domain/critic/rules/index.ts';
import type { Role } from '#lib/domain/role.ts';
import { WorkshopSession } from '#lib/live/workshop-session.svelte.ts';
import { startDemo } from '../arena/workshop.ts';
import { demoFile } from '../results/demo.ts';
import { mountIn, type Mounted } from '../ui/mounted.ts';
import type { SmallServer } from '../../live/small-server.ts';
import { until } from '../../live/until.ts';
import CriticHarness from './CriticHarness.svelte';

type Desk = Mounted & { readonly session: WorkshopSession };

const file = { ...demoFile(), challenges: [], rounds: [] };
const matters = queueOf(questionsOf(criticise(file).findings));
const heaviest = matters[0]!.questions[0]!;
const words = ({ rule }: Question) => rules.find(({ id }) => id === rule)!.question.nl;
const deed = { at: '2027-01-01T00:00:00.000Z', by: null };

let server: SmallServer;
const opened: Desk[] = [];

beforeEach(async () => {
	localStorage.clear();
	// What a device kept of the session of an earlier test would be mixed into this one.
	indexedDB = new IDBFactory();
	server = await startDemo(() => file);
});
afterEach(async () => {
	for (const { remove, session } of opened.splice(0)) {
		await remove();
		await session.close();
	}
	await server.stop();
});

async function open(role: Role = 'critic', place = ''): Promise<Desk> {
	const session = new WorkshopSession({
		...{ workshopId: 'demo', epoch: 1, origin: server.origin, tell: () => {} },
		me: { id: `${role}${opened.length}`, role, name: null }
	});
	await until(() => session.content.measures.length > 0, 'the board arrives');
	const desk = { ...(await mountIn('nl', CriticHarness, { session, place })), session };
	opened.push(desk);
	await drawnUntil(() => desk.page.querySelector('.queue') !== null, 'the queue is drawn');
	return desk;
}

function drawnUntil(what: () => boolean, because: string): Promise<void> {
	return until(() => {
		flushSync();
		return what();
	}, because);
}

const queue = ({ page }: Desk) => [...page.querySelectorAll('.queue > ol a')];
const asked = ({ page }: Desk) => page.querySelector('.detail h2')?.textContent?.trim();
const buttons = ({ page }: Desk) =>
	[...page.querySelectorAll('.detail button')].map(({ textContent }) => textContent?.trim());

test('the queue begins with the five heaviest records, and shows five more when asked', async () => {
	const desk = await open();
	const first = matters.slice(0, 5).map(({ questions }) => `#${questions[0]!.key}`);
	expect(queue(desk).map((link) => link.getAttribute('href'))).toEqual(first);
	(desk.page.querySelector('.queue .more button') as HTMLButtonElement).click();
	flushSync();
	expect(queue(desk)).toHaveLength(Math.min(10, matters.length));
});

test('the heaviest question is open, with why, what would remove it, its source and its field', async () => {
	const desk = await open();
	expect(asked(desk)).toBe(words(heaviest));
	const detail = desk.page.querySelector('.detail')!;
	expect(detail.textContent).toContain(`(${heaviest.rule})`);
	expect(detail.textContent).toContain('Bron:');
	const doors = [...detail.querySelectorAll('a')].map((link) => link.getAttribute('href'));
	expect(
		doors.some((door) => door?.includes(`${heaviest.target.kind}.${heaviest.target.id}`))
	).toBe(true);
});

test('the address opens another question, and says so when its cause is gone', async () => {
	const other = matters[1]!.questions[0]!;
	expect(asked(await open('critic', other.key))).toBe(words(other));
	expect(asked(await open('critic', 'Z99.effect.gone'))).toBe('Deze vraag is weg');
});

test('a participant may take a question over and not set it aside; an observer only reads', async () => {
	const participant = buttons(await open('participant'));
	expect(participant).toContain('Neem over als tegenspraak');
	expect(participant).not.toContain('Leg opzij');
	expect(buttons(await open('critic'))).toContain('Leg opzij');
	expect(buttons(await open('observer'))).toEqual([]);
});

test('what somebody set aside leaves the queue and stays readable with its reason', async () => {
	const { rule, target, key } = heaviest;
	putDismissal(server.session, { rule, target, reason: 'It is known.', ...deed });
	const desk = await open('critic', key);
	await drawnUntil(() => desk.page.textContent!.includes('It is known.'), 'the reason is shown');
	expect(desk.page.querySelector('.queue details')?.textContent).toContain(words(heaviest));
	expect(queue(desk).map((link) => link.getAttribute('href'))).not.toContain(`#${key}`);
});

test('the best argument that somebody gave for a measure is read where the critic works', async () => {
	const [measure] = file.measures;
	putArgument(server.session, { measureId: measure!.id, text: 'It is cheap.', ...deed });
	const desk = await open();
	await drawnUntil(() => desk.page.textContent!.includes('It is cheap.'), 'the argument is shown');
	const said = [...desk.page.querySelectorAll('blockquote')].at(0)!;
	expect(said.closest('li')?.textContent).toContain(measure!.title);
});

test('what somebody else takes over meanwhile leaves the queue, and stays open where it is read', async () => {
	const { rule, target, key, severity } = heaviest;
	const desk = await open('critic', key);
	const handled = () => desk.page.querySelector('.queue details')?.textContent ?? '';
	expect(handled()).not.toContain(words(heaviest));
	const by = { memberId: 'anna', role: 'participant', partyId: null } as const;
	const challenge = newChallenge('c1', { target, ruleId: rule, text: 'Hoe dan?', severity });
	const ending = { status: 'open', answer: '', evidence: '' } as const;
	const nobody = { investigator: null, investigateBy: null };
	const step = { id: 's1', at: deed.at, by, ...ending, ...nobody };
	server.decide((session) => raiseChallenge(session, challenge, step));
	await drawnUntil(() => handled().includes(words(heaviest)), 'the question has moved');
	expect(queue(desk).map((link) => link.getAttribute('href'))).not.toContain(`#${key}`);
	expect(asked(desk)).toBe(words(heaviest));
	expect(buttons(desk)).not.toContain('Neem over als tegenspraak');
});
