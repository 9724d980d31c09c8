import type * as Y from 'yjs';
import type { Experiment } from './experiments.ts';
import type { Premortem, PremortemCard, Watch } from './premortem.ts';
import { putIn, setState, takeFrom } from './put.ts';
import { listReaders, stateReaders, stateRoot } from './shape.ts';

/** Pre-mortems and experiments; written as write.ts says. */

/** Begins a pre-mortem, or tells how many people wrote a card. */
export function setPremortem(doc: Y.Doc, premortem: Premortem): void {
	setState(doc, 'premortem', premortem);
}

/** Tells how many people wrote a card for the pre-mortem that is under way. */
export function setWriters(doc: Y.Doc, premortemId: string, writers: number): void {
	const premortem = stateReaders.premortem(doc.getMap(stateRoot).get('premortem'));
	if (premortem?.id === premortemId) setPremortem(doc, { ...premortem, writers });
}

/** Shows all cards at once, in the order given; a card that is shown already stays as it is. */
export function revealPremortem(
	doc: Y.Doc,
	premortem: Premortem,
	cards: readonly Pick<PremortemCard, 'id' | 'text'>[]
): void {
	setPremortem(doc, { ...premortem, status: 'revealed' });
	const shown = doc.getMap('premortemCards');
	for (const { id, text } of cards) {
		if (shown.has(id)) continue;
		putCard(doc, { id, text, premortemId: premortem.id, cluster: '', outcome: null });
	}
}

/** Changes where a card lies or what became of it; one that is gone stays gone. */
export function changeCard(
	doc: Y.Doc,
	cardId: string,
	change: Partial<Pick<PremortemCard, 'cluster' | 'outcome'>>
): void {
	const card = listReaders.premortemCards(doc.getMap('premortemCards').get(cardId));
	if (card) putCard(doc, { ...card, ...change });
}

export function putWatch(doc: Y.Doc, watch: Watch): void {
	putIn(doc, 'watches', watch.id, watch);
}

export function takeWatch(doc: Y.Doc, watchId: string): void {
	takeFrom(doc, 'watches', watchId);
}

export function putExperiment(doc: Y.Doc, experiment: Experiment): void {
	putIn(doc, 'experiments', experiment.id, experiment);
}

export function takeExperiment(doc: Y.Doc, experimentId: string): void {
	takeFrom(doc, 'experiments', experimentId);
}

function putCard(doc: Y.Doc, card: PremortemCard): void {
	putIn(doc, 'premortemCards', card.id, card);
}
