import type { Phase } from '#lib/document/phase.ts';
import { workshopPlaces } from '../shell/workshop-places.ts';

/** Where a phase happens on a laptop, the best place first; what there is not yet is passed over. */
const wishes: Readonly<Record<Phase, readonly string[]>> = {
	lobby: ['arena'],
	goal: ['arena'],
	practice: ['estimate'],
	facts: ['area', 'arena'],
	measures: ['arena'],
	effects: ['arena'],
	payers: ['arena'],
	estimate: ['estimate'],
	premortem: ['premortem', 'critic', 'arena'],
	challenge: ['critic', 'arena'],
	'estimate-again': ['estimate'],
	scenarios: ['scenarios', 'matrix'],
	decide: ['scenarios', 'matrix'],
	seal: ['forecast', 'arena'],
	done: ['report', 'arena'],
	free: ['arena']
};

/** Screens that nobody is taken away from: who is there is running the session. */
const staying: readonly string[] = ['host', 'settings'];

/** Gives the last part of the address where a phase happens. */
export function placeOfPhase(phase: Phase): string {
	const there = (path: string) => workshopPlaces.some((place) => place.path === path);
	return wishes[phase].find(there) ?? 'arena';
}

/** Tells whether somebody at a place goes along when the group moves. */
export function goesAlong(place: string): boolean {
	return !staying.includes(place);
}
