import { expect, test } from 'vitest';
import type { ProbabilityMode } from '#lib/domain/valuation/effect-value.ts';
import { createEngine, lastOf } from '#lib/domain/valuation/engine.ts';
import { FileSender } from '#lib/live/valuation/file-change.ts';
import { settledReplicates, type Answer, type Question } from '#lib/live/valuation/messages.ts';
import { Valuer } from '#lib/live/valuation/valuer.ts';
import { referenceModel } from '../../bench/reference-model.ts';

const model = referenceModel({ measures: 6, effects: 12, parties: 4 });
const scenarioIds = ['scenario-0', 'scenario-2'];

function start() {
	const answers: Answer[] = [];
	const valuer = new Valuer((answer) => answers.push(structuredClone(answer)));
	const sender = new FileSender();
	return {
		answers,
		ask: (question: Question) => valuer.hear(structuredClone(question)),
		value: (file = model, probabilityMode: ProbabilityMode = 'expected'): Question => ({
			...{ ask: 'value', change: sender.changeTo(file), scenarioIds },
			detailsOf: 'scenario-2',
			withTornado: true,
			probabilityMode
		})
	};
}

function told<Told extends Answer['told']>(answers: readonly Answer[], kind: Told) {
	return answers.filter((one): one is Answer & { told: Told } => one.told === kind);
}

test('a question is answered with the scenarios asked for and the tornado of one of them', async () => {
	const { answers, ask, value } = start();
	await ask(value());
	const engine = createEngine({ replicates: 1 });
	const [answer] = told(answers, 'valued');
	const evaluation = engine.evaluate(model, { scenarioIds, detailsOf: 'scenario-2' });
	expect(JSON.stringify(answer?.evaluation)).toBe(JSON.stringify(evaluation));
	expect(answer?.tornado).toEqual(engine.tornado('scenario-2'));
	expect(answer?.tornado.length).toBeGreaterThan(10);
});

test('settling tells how far it is and ends with the bytes of the command line', async () => {
	const { answers, ask, value } = start();
	await ask(value());
	await ask({ ask: 'settle' });
	expect(told(answers, 'progress').map(({ progress }) => progress.done)).toEqual(
		Array.from({ length: settledReplicates }, (_, place) => place + 1)
	);
	const engine = createEngine({ replicates: settledReplicates });
	const whole = lastOf(engine.settle(model, { scenarioIds, detailsOf: 'scenario-2' }));
	expect(JSON.stringify(told(answers, 'settled')[0]?.evaluation)).toBe(JSON.stringify(whole));
});

test.each([['stop'], ['value']] as const)('%s ends the settling before it', async (what) => {
	const { answers, ask, value } = start();
	await ask(value());
	const settling = ask({ ask: 'settle' });
	await ask(what === 'stop' ? { ask: 'stop' } : value());
	await settling;
	expect(told(answers, 'progress')).toHaveLength(1);
	expect(told(answers, 'settled')).toEqual([]);
	expect(told(answers, 'valued')).toHaveLength(what === 'stop' ? 1 : 2);
});

test('chances that happen or not give other ranges, quick and settled, and go back to the same bytes', async () => {
	const { answers, ask, value } = start();
	await ask(value());
	await ask(value(model, 'event'));
	await ask({ ask: 'settle' });
	await ask(value());
	const [first, event, again] = told(answers, 'valued').map(({ evaluation }) => evaluation);
	const options = { replicates: settledReplicates, probabilityMode: 'event' } as const;
	const whole = createEngine(options).evaluate(model, { scenarioIds, detailsOf: 'scenario-2' });
	expect(event?.scenarios[1]?.net.p5).not.toBe(first?.scenarios[1]?.net.p5);
	expect(JSON.stringify(told(answers, 'settled')[0]?.evaluation)).toBe(JSON.stringify(whole));
	expect(JSON.stringify(again)).toBe(JSON.stringify(first));
});

test('nothing settles before anything was valued', async () => {
	const { answers, ask } = start();
	await ask({ ask: 'settle' });
	expect(answers).toEqual([]);
});

test('a workshop that cannot be valued is told, and the next one is valued again', async () => {
	const { answers, ask, value } = start();
	const broken = { ...model, workshop: { ...model.workshop, horizonYears: -1 } };
	await ask(value(broken));
	await ask(value());
	expect(answers.map((answer) => answer.told)).toEqual(['failed', 'valued']);
});
