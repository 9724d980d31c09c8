/**
 * Beginnings of the keys that a phone needs. Its page loads only these texts, because all of them
 * together would be as large as the rest of the page.
 */
export const phoneTexts = [
	'card.effect.amount',
	'card.effect.attributionToOthers',
	'card.effect.deadweight',
	'card.effect.displacement',
	'card.effect.dropOff',
	'card.effect.probability',
	'card.effect.value',
	'card.measure.reach',
	'challenge.field.',
	'challenge.about',
	'challenge.ask',
	'challenge.severity',
	'challenge.text',
	'challenge.who-sees',
	'doubt.',
	'error.',
	'estimate.',
	'number.',
	'phone.',
	'premortem.card',
	'premortem.hand-in',
	'premortem.own',
	'premortem.take-back',
	'premortem.title',
	'premortem.who-sees',
	'premortem.writ',
	'quantity.',
	'reveal.',
	'seat.turn.',
	'session.',
	'shell.',
	'ui.',
	'vote.'
] as const;

/** Tells whether a phone needs the text of a key. */
export function isPhoneText(key: string): boolean {
	return phoneTexts.some((beginning) => key.startsWith(beginning));
}
