/**
 * How fast the valuation is, on the reference model of QUALITY.md, beside other ways to do the same.
 * Run it by hand: node tests/bench/valuation.ts
 * Times are processor time of one thread, because the machine may be doing other things as well.
 */
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { createEngine, lastOf } from '#lib/domain/valuation/engine.ts';
import { keepUnchanged } from '#lib/domain/valuation/keep-unchanged.ts';
import { RisingColumns } from '#lib/domain/valuation/sampling/rising-columns.ts';
import { Sampler } from '#lib/domain/valuation/sampling/sampler.ts';
import { draw, streamOf } from '#lib/domain/valuation/sampling/stream.ts';
import { FileSender } from '#lib/live/valuation/file-change.ts';
import { countUncertain, referenceModel } from './reference-model.ts';
import { valueWithMathjs } from './valuation/with-mathjs.ts';
import { valueWithSquiggle } from './valuation/with-squiggle.ts';

const model = referenceModel();
const quantities = countUncertain(model);

type Row = { what: string; milliseconds: number | undefined; remark: string };
const rows: Row[] = [];

function processorTime(): number {
	const { user, system } = process.threadCpuUsage();
	return (user + system) / 1000;
}

/** Mean processor time of a run in milliseconds, after warming up. */
function timed(runs: number, run: (round: number) => void): number {
	for (let round = 0; round < Math.min(runs, 20); round += 1) run(round);
	const before = processorTime();
	for (let round = 0; round < runs; round += 1) run(round);
	return (processorTime() - before) / runs;
}

function report(what: string, milliseconds: number | undefined, remark = '') {
	rows.push({ what, milliseconds, remark });
}

function fullRecompute(file: WorkshopFile, samples: number): number {
	const options = { replicates: 1, samplesPerReplicate: samples };
	return timed(8, () => createEngine(options).evaluate(file));
}

/** Nothing but the random numbers: what a valuation cannot do without. */
function bareUniforms(samples: number): number {
	const column = new Float64Array(samples);
	return timed(8, () => {
		for (let quantity = 0; quantity < quantities; quantity += 1) {
			const name = { seed: 1, recordId: `record-${quantity}`, field: 'amount', replicate: 0 };
			const stream = streamOf(name);
			for (let sample = 0; sample < samples; sample += 1)
				column[sample] = draw(stream, sample) / 4294967296;
		}
	});
}

function bareMathRandom(samples: number): number {
	const column = new Float64Array(samples);
	return timed(8, () => {
		for (let quantity = 0; quantity < quantities; quantity += 1)
			for (let sample = 0; sample < samples; sample += 1) column[sample] = Math.random();
	});
}

function drawing(samples: number): number {
	const spread = { kind: 'pert', lowest: 0, likely: 0.3, highest: 1 } as const;
	const sampler = new Sampler({ seed: 1, replicate: 0, rising: new RisingColumns(samples, 1) });
	return timed(8, () => {
		for (let quantity = 0; quantity < quantities; quantity += 1)
			sampler.draw(`record-${quantity}`, 'amount', spread);
	});
}

function cardEdits() {
	const engine = createEngine({ replicates: 1 });
	let file = model;
	engine.evaluate(file);
	const editing = (change: (round: number) => WorkshopFile) =>
		timed(240, (round) => engine.evaluate((file = change(round))));
	report(
		'one effect edited, N = 4,096',
		editing((round) => withPrice(file, round)),
		'in a Worker'
	);
	report('of that edit in the page itself', pagePart(), 'figure 8 ms');
	report(
		'one measure edited, N = 4,096',
		editing((round) => withAmount(file, round))
	);
	report(
		'one text edited, N = 4,096',
		editing((round) => withTitle(file, round))
	);
	report(
		'nothing edited, N = 4,096',
		editing(() => file)
	);
}

/**
 * What an edited effect costs the page: finding what changed, handing it to the Worker, taking in the
 * answer and keeping what did not change. The Worker itself is the row of one effect edited.
 */
function pagePart(): number {
	const [engine, sender] = [createEngine({ replicates: 1 }), new FileSender()];
	let file = model;
	let shown = engine.evaluate(file);
	sender.changeTo(file);
	let spent = 0;
	const rounds = 240;
	for (let round = -20; round < rounds; round += 1) {
		file = withPrice(file, Math.abs(round));
		const begun = processorTime();
		structuredClone(sender.changeTo(file));
		const sent = processorTime();
		const answer = engine.evaluate(file);
		const answered = processorTime();
		shown = keepUnchanged(shown, structuredClone(answer));
		if (round >= 0) spent += processorTime() - answered + sent - begun;
	}
	return spent / rounds;
}

/** Every edit gives another number, so that nothing can be kept. */
let edits = 0;

function withPrice(file: WorkshopFile, round: number): WorkshopFile {
	const place = round % file.effects.length;
	const effects = file.effects.map((effect, other) =>
		other === place ? { ...effect, unitValue: (edits += 1) } : effect
	);
	return { ...file, effects };
}

function withTitle(file: WorkshopFile, round: number): WorkshopFile {
	const place = round % file.effects.length;
	const effects = file.effects.map((effect, other) =>
		other === place ? { ...effect, title: `Title ${round}` } : effect
	);
	return { ...file, effects };
}

function withAmount(file: WorkshopFile, round: number): WorkshopFile {
	const place = round % file.measures.length;
	const measures = file.measures.map((measure, other) =>
		other === place ? { ...measure, startMonth: round % 24 } : measure
	);
	return { ...file, measures };
}

function tornadoes() {
	const fresh = timed(20, () => {
		const engine = createEngine({ replicates: 1, samplesPerReplicate: 1 });
		engine.evaluate(model);
		engine.tornado('scenario-1');
	});
	const without = timed(20, () =>
		createEngine({ replicates: 1, samplesPerReplicate: 1 }).evaluate(model)
	);
	report('tornado of a scenario, first time', fresh - without, 'figure 20 ms for 600 quantities');
	const engine = createEngine({ replicates: 1, samplesPerReplicate: 1 });
	engine.evaluate(model);
	const count = engine.tornado('scenario-1').length;
	const again = timed(40, () => engine.tornado('scenario-1'));
	report('tornado of a scenario, again', again, `${count} quantities`);
}

function growth() {
	const large = referenceModel({ measures: 400, effects: 1200 });
	const one = fullRecompute(model, 4096);
	const options = { replicates: 1, samplesPerReplicate: 4096 };
	const cards = timed(2, () => createEngine(options).evaluate(large));
	report('10 × the cards, N = 4,096', cards, `${(cards / one).toFixed(1)} × the time, figure 12`);
	const samples = timed(2, () =>
		createEngine({ replicates: 1, samplesPerReplicate: 40_960 }).evaluate(model)
	);
	report(
		'10 × the samples, N = 40,960',
		samples,
		`${(samples / one).toFixed(1)} × the time, figure 12`
	);
	const replicates = timed(2, () =>
		lastOf(createEngine({ replicates: 10, samplesPerReplicate: 4096 }).settle(model))
	);
	report(
		'10 × the replicates',
		replicates,
		`${(replicates / one).toFixed(1)} × the time, figure 12`
	);
}

const samples = 10_000;
const full = fullRecompute(model, samples);
const uniforms = bareUniforms(samples);
report('full recompute, N = 10,000', full, `${quantities} uncertain quantities`);
report(
	'bare uniforms, own streams',
	uniforms,
	`full is ${(full / uniforms).toFixed(1)} ×, figure 12`
);
report('bare uniforms, Math.random', bareMathRandom(samples));
report('drawing all quantities', drawing(samples));
const mathjs = timed(1, () => valueWithMathjs(model, samples));
report('mathjs compiled, per sample', mathjs, `${(mathjs / full).toFixed(1)} × ours`);
const squiggle = await valueWithSquiggle(model, samples);
report('Squiggle', squiggle, `${(squiggle / full).toFixed(1)} × ours, figure 60`);
report('full recompute, N = 4,096', fullRecompute(model, 4096));
cardEdits();
report(
	'settled, 16 × 4,096',
	timed(3, () => lastOf(createEngine({ replicates: 16 }).settle(model))),
	'figure 2,000 ms'
);
tornadoes();
growth();

for (const { what, milliseconds, remark } of rows)
	console.log(`${what.padEnd(36)} ${(milliseconds?.toFixed(1) ?? '-').padStart(9)} ms   ${remark}`);
