import type { Cause } from '../../cause.ts';
import type { Effect } from '../../effect.ts';
import { measureTypes } from '../../measure.ts';
import type { Choice } from '../../scenario.ts';
import type { Round } from '../../round.ts';
import type { WorkshopFile } from '../../workshop-file.ts';
import type { Frame } from './frame.ts';
import { effectsOfMeasure, reachingIndicator } from './effects-together.ts';
import { Lists } from './lists.ts';
import { liveScenarios } from './live-scenarios.ts';
import { found, lookUpsOf } from './look-ups.ts';
import type { LookUps } from './look-ups.ts';
import type { Memory } from './memory.ts';
import type { LinkedEffect, Views } from './views.ts';

/** All views of a workshop, by what rules look at. */
export type AllViews = { readonly [Look in keyof Views]: readonly Views[Look][] };

/** Makes every view of a workshop once; views in which nothing changed are those of the run before. */
export function makeViews(file: WorkshopFile, frame: Frame, memory: Memory): AllViews {
	const lookUps = lookUpsOf(file, frame, memory);
	const live = liveScenarios(lookUps);
	const views = {
		workshop: [
			memory.keep('workshop', '', {
				file,
				frame,
				effects: lookUps.linked,
				scenarios: live.scenario
			})
		],
		party: parties(lookUps),
		indicator: indicators(lookUps),
		cause: file.causes.map((cause) => memory.keep('cause', cause.id, { cause })),
		measure: measures(lookUps),
		effect: effects(lookUps),
		...live,
		outlines: [outlines(lookUps, live.outline)],
		anyScenario: anyScenarios(lookUps),
		round: file.rounds.map((round) => memory.keep('round', round.id, { round })),
		challenge: file.challenges.map((challenge) =>
			memory.keep('challenge', challenge.id, { challenge })
		)
	};
	memory.turn();
	return views;
}

function outlines(
	{ file, outlines: effects, memory }: LookUps,
	scenarios: Views['outlines']['scenarios']
): Views['outlines'] {
	const { workshop, indicators } = file;
	return memory.keep('outlines', '', { workshopId: workshop.id, effects, indicators, scenarios });
}

function parties({ file, linked, byParty, memory }: LookUps): Views['party'][] {
	const received = new Lists<Effect>();
	const initiated = new Lists<LinkedEffect>();
	const causes = new Lists<Cause>();
	for (const one of linked) {
		for (const { partyId } of one.effect.recipients) received.add(partyId, one.effect);
		initiated.add(one.effect.initiatorPartyId, one);
	}
	for (const cause of file.causes) causes.add(cause.partyId, cause);
	return file.parties.map((party) =>
		memory.keep('party', party.id, {
			party,
			measures: byParty.of(party.id),
			received: received.of(party.id),
			initiated: initiated.of(party.id),
			causes: causes.of(party.id)
		})
	);
}

function indicators({ file, followers, memory, frame }: LookUps): Views['indicator'][] {
	return file.indicators.map((indicator) =>
		memory.keep('indicator', indicator.id, {
			indicator,
			followers: followers.of(indicator.id),
			frame
		})
	);
}

function measures(lookUps: LookUps): Views['measure'][] {
	const { file, memory, dependants, ofType, frame } = lookUps;
	const choices = new Lists<Choice>();
	for (const { choices: made } of file.scenarios)
		for (const choice of made) choices.add(choice.measureId, choice);
	const types = new Map(
		measureTypes.map((type) => [type, memory.keepList('type', type, ofType.of(type))])
	);
	return file.measures.map((measure) =>
		memory.keep('measure', measure.id, {
			measure,
			effects: linkedOf(measure.id, lookUps),
			choices: choices.of(measure.id),
			needs: found(measure.dependsOn, lookUps.measures),
			dependants: dependants.of(measure.id),
			ofSameType: types.get(measure.type) ?? [],
			frame
		})
	);
}

function linkedOf(
	measureId: string,
	{ linkedByMeasure, memory }: LookUps
): readonly LinkedEffect[] {
	return memory.keepList('effects of measure', measureId, linkedByMeasure.of(measureId));
}

function effects(lookUps: LookUps): Views['effect'][] {
	const { file, memory, linked, outlines, frame } = lookUps;
	const rounds = new Lists<Round>();
	for (const round of file.rounds) rounds.add(round.effectId, round);
	const reaching = reachingIndicator(outlines);
	const together = new Map(
		file.measures.map(({ id }) => [id, effectsOfMeasure(id, linkedOf(id, lookUps), memory)])
	);
	return linked.map((one) =>
		memory.keep('effect', one.effect.id, {
			...one,
			together: found(one.effect.measureIds, together),
			reachesIndicator: reaching.has(one.effect.id),
			rounds: rounds.of(one.effect.id),
			frame
		})
	);
}

function anyScenarios({ file, indicators: known, memory, frame }: LookUps): Views['anyScenario'][] {
	return file.scenarios.map((scenario) => {
		const named = new Set(scenario.reviews.flatMap(({ indicatorIds }) => indicatorIds));
		return memory.keep('anyScenario', scenario.id, {
			scenario,
			indicators: found([...named], known),
			frame
		});
	});
}
