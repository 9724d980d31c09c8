import { quantityType, type ValueType } from './value-type.ts';

/** The kinds of record on the board. The settings of the workshop are no record: they exist once. */
export const recordKinds = [
	'party',
	'indicator',
	'cause',
	'measure',
	'effect',
	'scenario'
] as const;

export type RecordKind = (typeof recordKinds)[number];

/** A long text that several people can type in at once (a Y.Text). */
export type TextField = { readonly as: 'text' };

/** Plain JSON that is replaced whole. */
export type ValueField = {
	readonly as: 'value';
	readonly type: ValueType;
	/** The kind of record whose id, or list of ids, this is. */
	readonly refersTo?: RecordKind;
	/** For a list of objects: the part that holds the id. */
	readonly refersBy?: string;
	/** True when the record or item cannot exist without at least one existing reference here. */
	readonly needed?: boolean;
};

/** A list of items, each a map of its own under its key, so that two people can edit two items or fields. */
export type ItemsField = {
	readonly as: 'items';
	/** The field that repeats the key; null when the key is generated and not part of the item. */
	readonly keyField: string | null;
	/** The kind of record whose id is the key. */
	readonly keyRefersTo?: RecordKind;
	readonly fields: Readonly<Record<string, ValueField>>;
};

export type FieldShape = TextField | ValueField | ItemsField;

/** The field, in records and items, that holds the place in the list; never part of what is read. */
export const orderField = 'order';

const text: TextField = { as: 'text' };
const string = value('string');
const stringOrNull = value(['string', 'null']);
const number = value('number');
const numberOrNull = value(['number', 'null']);
const flag = value('boolean');
const quantity = value(quantityType);
const strings = value({ list: 'string' });
const numbers = value({ list: 'number' });

/** The fields that the root map `workshop` has directly. */
export const settingsFields: Readonly<Record<string, FieldShape>> = {
	id: string,
	title: string,
	question: text,
	language: string,
	startYear: number,
	priceYear: number,
	horizonYears: number,
	discountRate: number,
	discountTiming: string,
	haircuts: numbers,
	people: value({ object: { facilitator: 'number', participant: 'number', critic: 'number' } }),
	area: value({
		object: {
			name: 'string',
			code: ['string', 'null'],
			level: 'string',
			dwellings: ['number', 'null'],
			associationShare: ['number', 'null'],
			mildIntellectualDisabilityShare: ['number', 'null'],
			lowIncomeShare: ['number', 'null']
		}
	}),
	policy: value({
		object: {
			liveabilityNormPerDwelling: 'number',
			minGroupSize: 'number',
			minCellSize: 'number',
			electionYears: { list: 'number' },
			thresholds: { dictionary: ['number', { list: 'string' }] }
		}
	})
};

const contributions: ItemsField = {
	as: 'items',
	keyField: 'id',
	fields: {
		id: string,
		partyId: { ...string, refersTo: 'party', needed: true },
		kind: string,
		amount: quantity,
		hours: quantity,
		timing: string,
		confirmed: flag,
		deadline: stringOrNull
	}
};

const observations: ItemsField = {
	as: 'items',
	keyField: 'period',
	fields: { period: string, value: numberOrNull, source: stringOrNull }
};

const inputs: ItemsField = {
	as: 'items',
	keyField: 'name',
	fields: { name: string, quantity, unit: string }
};

const recipients: ItemsField = {
	as: 'items',
	keyField: 'partyId',
	keyRefersTo: 'party',
	fields: { partyId: string, share: quantity, certain: flag }
};

const choices: ItemsField = {
	as: 'items',
	keyField: 'measureId',
	keyRefersTo: 'measure',
	fields: { measureId: string, scale: number, decision: stringOrNull }
};

const reviews: ItemsField = {
	as: 'items',
	keyField: null,
	fields: {
		date: string,
		owner: string,
		indicatorIds: { ...strings, refersTo: 'indicator' },
		outcome: stringOrNull
	}
};

const references: ValueType = { list: { object: { text: 'string', url: ['string', 'null'] } } };

/** The fields of every kind of record; a scenario's status is not among them, it is not on the board. */
export const recordFields: Readonly<Record<RecordKind, Readonly<Record<string, FieldShape>>>> = {
	party: { id: string, name: string, kind: string, sector: string, atTable: flag },
	indicator: {
		id: string,
		name: string,
		dimension: string,
		unit: string,
		better: string,
		source: string,
		influence: string,
		norm: numberOrNull,
		reportingSensitive: flag,
		comparisonArea: stringOrNull,
		nextRelease: stringOrNull,
		libraryId: stringOrNull,
		smallestCell: numberOrNull,
		observations
	},
	cause: {
		id: string,
		text: string,
		dimension: string,
		source: string,
		areaLevel: string,
		partyId: { ...stringOrNull, refersTo: 'party' },
		endorsedBy: { ...strings, refersTo: 'party' }
	},
	measure: {
		id: string,
		title: string,
		description: text,
		type: string,
		domain: string,
		leadPartyId: { ...stringOrNull, refersTo: 'party' },
		ownerName: string,
		scale: string,
		startMonth: number,
		durationMonths: numberOrNull,
		minLeadMonths: numberOrNull,
		reach: numberOrNull,
		libraryId: stringOrNull,
		dependsOn: { ...strings, refersTo: 'measure' },
		influence: string,
		flags: strings,
		keyStaffMonths: numberOrNull,
		fundingUntilYear: numberOrNull,
		legalBasis: string,
		demandEvidence: string,
		exitCondition: string,
		targetProfile: strings,
		contributions
	},
	effect: {
		id: string,
		title: string,
		measureIds: { ...strings, refersTo: 'measure', needed: true },
		because: text,
		direction: string,
		dimension: string,
		indicatorId: { ...stringOrNull, refersTo: 'indicator' },
		claim: string,
		leadsToEffectId: { ...stringOrNull, refersTo: 'effect' },
		strength: numberOrNull,
		amount: quantity,
		unit: string,
		formula: string,
		inputs,
		unitValue: quantity,
		unitValueSource: string,
		probability: quantity,
		deadweight: quantity,
		attributionToOthers: quantity,
		displacement: quantity,
		dropOff: quantity,
		startMonth: number,
		durationMonths: numberOrNull,
		recipients,
		otherArea: flag,
		maxPerPerson: numberOrNull,
		evidence: value({
			object: {
				level: ['number', 'null'],
				scope: ['string', 'null'],
				localCheck: 'boolean',
				references
			}
		}),
		initiatorPartyId: { ...stringOrNull, refersTo: 'party' }
	},
	scenario: {
		id: string,
		title: string,
		choices,
		reviews,
		dissent: {
			...value({ list: { object: { partyId: 'string', text: 'string' } } }),
			refersTo: 'party',
			refersBy: 'partyId'
		}
	}
};

function value(type: ValueType): ValueField {
	return { as: 'value', type };
}
