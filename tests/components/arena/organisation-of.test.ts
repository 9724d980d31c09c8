import { expect, test } from 'vitest';
import { organisationOf } from '#lib/components/arena/organisation-of.ts';
import { newParty } from '#lib/domain/party.ts';

const parties = [
	newParty('tenants', { name: 'Huurders' }),
	newParty('municipality', { name: 'Gemeente' })
];

function member(id: string, colour: number, partyId: string | null) {
	return { id, role: 'participant' as const, colour, partyId };
}

test('whoever is here sits for the party that they chose when they joined', () => {
	const members = [member('a', 1, 'tenants'), member('b', 2, 'municipality'), member('c', 3, null)];
	const of = (colour: number) => organisationOf({ role: 'participant', colour }, members, parties);
	expect([of(1), of(2), of(3), of(4)]).toEqual(['Huurders', 'Gemeente', undefined, undefined]);
});

test('nothing is said where two who look the same sit for different parties', () => {
	const same = [member('a', 1, 'tenants'), member('m', 1, 'tenants')];
	const shown = { role: 'participant' as const, colour: 1 };
	expect(organisationOf(shown, same, parties)).toBe('Huurders');
	expect(organisationOf(shown, [...same, member('z', 1, 'municipality')], parties)).toBeUndefined();
	expect(organisationOf({ role: 'critic', colour: 1 }, same, parties)).toBeUndefined();
});
