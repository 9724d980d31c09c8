import * as v from 'valibot';
import { filledTextSchema, flagSchema, oneOf, record } from './field.ts';
import { idSchema } from './identifier.ts';

/** People gain or lose themselves; a budget is an organisation's purse. Never added together silently. */
export const partyKinds = ['people', 'budget'] as const;

export const sectors = [
	'housing-association',
	'municipality',
	'tenants',
	'residents',
	'house-seekers',
	'police',
	'care',
	'welfare',
	'health-insurer',
	'school',
	'sports',
	'volunteers',
	'business',
	'market-party',
	'national-government',
	'society',
	'other'
] as const;

export type Sector = (typeof sectors)[number];

/** Who pays and/or receives. */
export const partySchema = record({
	id: idSchema,
	name: filledTextSchema,
	kind: oneOf(partyKinds),
	sector: oneOf(sectors),
	atTable: flagSchema
});

export type Party = v.InferOutput<typeof partySchema>;

const peopleSectors: readonly Sector[] = [
	'tenants',
	'residents',
	'house-seekers',
	'volunteers',
	'society'
];

/** What a party of a sector usually is: people themselves, or an organisation's purse. */
export function usualKind(sector: Sector): Party['kind'] {
	return peopleSectors.includes(sector) ? 'people' : 'budget';
}

/** Makes a party; a group of people at the table unless given otherwise. */
export function newParty(id: string, given: Pick<Party, 'name'> & Partial<Party>): Party {
	return v.parse(partySchema, { kind: 'people', sector: 'other', atTable: true, ...given, id });
}
