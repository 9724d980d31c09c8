import type * as Y from 'yjs';
import { measurementKey } from '#lib/domain/forecast/measurement.ts';
import { expectationKey } from '#lib/domain/forecast/stated-expectation.ts';
import type {
	Seal,
	SessionExpectation,
	SessionMeasurement,
	SessionSignOff,
	SessionWhatCame
} from './forecasts.ts';
import { putIn, takeFrom } from './put.ts';

/** What a group expects, who stands behind it, what was sealed and what was measured; written as write.ts says. */

/** States what is expected of a figure at a date, instead of what was stated before. */
export function putExpectation(doc: Y.Doc, expectation: SessionExpectation): void {
	putIn(doc, 'expectations', expectationKey(expectation), expectation);
}

/** Takes back what was stated about a figure at a date. */
export function takeExpectation(
	doc: Y.Doc,
	place: Pick<SessionExpectation, 'indicatorId' | 'date'>
): void {
	takeFrom(doc, 'expectations', expectationKey(place));
}

/** Keeps how somebody stands to a scenario; each has one say per scenario. */
export function putSignOff(doc: Y.Doc, signOff: SessionSignOff): void {
	putIn(doc, 'signOffs', `${signOff.scenarioId} ${signOff.by?.memberId ?? ''}`, signOff);
}

/** Shows that a forecast was sealed. */
export function putSeal(doc: Y.Doc, seal: Seal): void {
	putIn(doc, 'seals', String(seal.number), seal);
}

/** Shows what was measured of a figure over a period. */
export function putMeasurement(doc: Y.Doc, measurement: SessionMeasurement): void {
	putIn(doc, 'measurements', measurementKey(measurement), measurement);
}

/** Adds what came of something that was asked or feared; what was said before stays beside it. */
export function addWhatCame(doc: Y.Doc, said: SessionWhatCame): void {
	putIn(doc, 'whatCame', said.id, said);
}
