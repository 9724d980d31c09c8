/**
 * How fast the critic judges the reference model: 40 measures, 120 effects, 3 scenarios, with indicators,
 * causes, rounds, texts and reviews on top, so that every rule has work to do.
 * Run it by hand: node tests/bench/critic.ts
 */
import { newCause } from '#lib/domain/cause.ts';
import { Critic } from '#lib/domain/critic/criticise.ts';
import type { Effect } from '#lib/domain/effect.ts';
import { newIndicator } from '#lib/domain/indicator.ts';
import { measureDomains, measureFlags, measureTypes } from '#lib/domain/measure.ts';
import { sectors } from '#lib/domain/party.ts';
import { newRound } from '#lib/domain/round.ts';
import { dimensions } from '#lib/domain/vocabulary.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import { referenceModel } from './reference-model.ts';

const text =
	'Wie elkaar kent, spreekt elkaar eerder aan; dat scheelt overlast in het portiek. '.repeat(3);
const repeats = 300;

function listOf<Item>(length: number, make: (place: number) => Item): Item[] {
	return Array.from({ length }, (_, place) => make(place));
}

function nth<Item>(items: readonly Item[], place: number): Item {
	return items[place % items.length] as Item;
}

/** The reference model with everything on it that rules look at. */
function criticModel(times: number): WorkshopFile {
	const size = { measures: 40 * times, effects: 120 * times, parties: 12 };
	const model = referenceModel(size);
	return {
		...model,
		workshop: { ...model.workshop, area: areaWith(0.5) },
		parties: model.parties.map((party, place) => ({ ...party, sector: nth(sectors, place) })),
		indicators: listOf(30 * times, indicator),
		causes: listOf(20, (place) => newCause(`cause-${place}`, { text, partyId: 'party-1' })),
		measures: model.measures.map((measure, place) => ({
			...measure,
			description: text,
			type: nth(measureTypes, place),
			domain: nth(measureDomains, place),
			leadPartyId: `party-${place % 12}`,
			flags: [nth(measureFlags, place)]
		})),
		effects: model.effects.map((effect, place) => ({
			...effect,
			because: text,
			dimension: nth(dimensions, place),
			indicatorId: `indicator-${place % (30 * times)}`,
			claim: 'contributes' as const,
			unit: 'meldingen',
			unitValueSource: `bron ${place % 40}`,
			initiatorPartyId: `party-${place % 12}`
		})),
		scenarios: model.scenarios.map((scenario, place) => ({
			...scenario,
			status: place === 0 ? ('adopted' as const) : ('draft' as const),
			reviews: [{ date: '2028-03-01', owner: 'wij', indicatorIds: ['indicator-1'], outcome: null }],
			dissent: [{ partyId: 'party-2', text }]
		})),
		rounds: listOf(20, (place) => round(`effect-${place}`))
	};
}

function areaWith(associationShare: number): NonNullable<WorkshopFile['workshop']['area']> {
	const shares = { mildIntellectualDisabilityShare: 0.4, lowIncomeShare: 0.5 };
	return {
		name: 'Wijk',
		code: null,
		level: 'neighbourhood',
		dwellings: 1800,
		associationShare,
		...shares
	};
}

function indicator(place: number) {
	return newIndicator(`indicator-${place}`, {
		name: `Indicator ${place}`,
		dimension: nth(dimensions, place),
		unit: 'meldingen',
		norm: place % 3 === 0 ? 5 : null,
		nextRelease: '2028-06',
		observations: listOf(8, (year) => ({
			period: String(2018 + year),
			value: (place * 7 + year * 3) % 11,
			source: null
		}))
	});
}

function round(effectId: string) {
	return newRound(`round-${effectId}`, {
		...{ effectId, field: 'amount', status: 'revealed' },
		estimates: listOf(8, (place) => ({
			...{ partyId: `party-${place}`, low: 1, likely: 1 + place, high: 12 },
			...{ confidence: 0.8, reason: text }
		}))
	});
}

type Sample = { clock: number; processor: number };

/** Time on the clock, and processor time of this thread, in which other programs hardly count. */
function timed(action: () => void): Sample {
	const [clock, used] = [performance.now(), process.threadCpuUsage()];
	action();
	const { user, system } = process.threadCpuUsage(used);
	return { clock: performance.now() - clock, processor: (user + system) / 1000 };
}

function fullRuns(file: WorkshopFile, count = repeats): Sample[] {
	return listOf(count, () => {
		const fresh = structuredClone(file);
		return timed(() => void new Critic().judge(fresh));
	});
}

type Edit = (file: WorkshopFile, place: number) => WorkshopFile;

/** Judges after each of many edits, each on top of the one before. */
function editRuns(start: WorkshopFile, edit: Edit): Sample[] {
	const critic = new Critic();
	let file = start;
	critic.judge(file);
	return listOf(repeats, (place) => {
		file = edit(file, place);
		return timed(() => void critic.judge(file));
	});
}

function withEffect(change: (place: number) => Partial<Effect>): Edit {
	return (file, place) => ({
		...file,
		effects: file.effects.map((effect, index) =>
			index === place % file.effects.length ? { ...effect, ...change(place) } : effect
		)
	});
}

const editMeasure: Edit = (file, place) => ({
	...file,
	measures: file.measures.map((measure, index) =>
		index === place % file.measures.length ? { ...measure, startMonth: place % 48 } : measure
	)
});

const editTitle: Edit = (file, place) => ({
	...file,
	workshop: { ...file.workshop, title: `Title ${place}` }
});

const editArea: Edit = (file, place) => ({
	...file,
	workshop: { ...file.workshop, area: areaWith((place % 100) / 100) }
});

/** The system counts processor time in steps of some milliseconds, so only its mean says something. */
function measured(what: string, target: string, samples: readonly Sample[]) {
	const clock = samples.map((sample) => sample.clock).sort((one, other) => one - other);
	const at = (part: number) => Number(clock[Math.floor(part * (clock.length - 1))]?.toFixed(2));
	const sum = samples.reduce((total, { processor }) => total + processor, 0);
	const processor = Number((sum / samples.length).toFixed(2));
	return { what, target, processor, median: at(0.5), p95: at(0.95) };
}

const small = criticModel(1);
const { measures, effects, scenarios } = small;
const firstRun = fullRuns(small, 1);
const { findings } = new Critic().judge(small);
console.log(
	`${measures.length} measures, ${effects.length} effects, ${scenarios.length} scenarios: ` +
		`${findings.length} findings by ${new Set(findings.map(({ rule }) => rule)).size} rules`
);
console.log('Milliseconds; processor is the mean, median and p95 are on the clock.');
console.table([
	measured('the very first run of the process', 'orientation', firstRun),
	measured('full run', '<= 15 ms', fullRuns(small)),
	measured(
		'number of an effect edited',
		'<= 3 ms',
		editRuns(
			small,
			withEffect((place) => ({ unitValue: 100 + place }))
		)
	),
	measured(
		'text of an effect edited',
		'<= 3 ms',
		editRuns(
			small,
			withEffect((place) => ({ because: text + place }))
		)
	),
	measured('measure edited', '<= 3 ms', editRuns(small, editMeasure)),
	measured('title of the workshop edited', '<= 3 ms', editRuns(small, editTitle)),
	measured('area edited: everything again', '<= 15 ms', editRuns(small, editArea)),
	measured('full run, 10 x the cards', '<= 12 x full run', fullRuns(criticModel(10), 20))
]);
