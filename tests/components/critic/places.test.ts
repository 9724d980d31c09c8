import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardInAddress } from '#lib/components/arena/card-address.ts';
import { doorOf } from '#lib/components/critic/door.ts';
import { placeText, readPlace } from '#lib/components/critic/record-place.ts';
import { targetKinds } from '#lib/domain/challenge.ts';
import { at } from '#lib/domain/critic/judgement.ts';

describe('a place in an address', () => {
	test('reads as it was written, whatever the kind, id and field', () => {
		const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/);
		const field = fc.option(fc.stringMatching(/^[A-Za-z]{1,8}(\.[A-Za-z0-9_-]{1,8}){0,2}$/));
		fc.assert(
			fc.property(fc.constantFrom(...targetKinds), id, field, (kind, name, where) => {
				const target = at(kind, name, where);
				expect(readPlace(placeText(target))).toEqual(target);
			}),
			{ seed: 4 }
		);
	});

	test.each(['', 'effect', 'effect.', 'card.quiet', 'column-doen'])('“%s” is none', (text) => {
		expect(readPlace(text)).toBeUndefined();
	});

	test('only cards open in the editor of the arena', () => {
		expect(cardInAddress('#effect.crisis.evidence.level')).toEqual({
			kind: 'effect',
			id: 'crisis',
			field: 'evidence.level'
		});
		expect(cardInAddress('#party.police')).toEqual({ kind: 'party', id: 'police' });
		expect(cardInAddress('#indicator.reports.norm')).toBeUndefined();
		expect(cardInAddress('')).toBeUndefined();
	});
});

test('every kind of record has a door', () => {
	expect(doorOf(at('measure', 'care', 'ownerName'), 'w')).toBe('/w/w/arena#measure.care.ownerName');
	expect(doorOf(at('workshop', 'x', 'people.critic'), 'w')).toBe(
		'/w/w/settings#workshop.x.people.critic'
	);
	expect(doorOf(at('indicator', 'reports', 'norm'), 'w')).toBe('/w/w/focus#indicator.reports.norm');
	expect(doorOf(at('workshop', 'x', 'causes'), 'w')).toBe('/w/w/focus#workshop.x.causes');
});
