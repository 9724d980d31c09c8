import type { CodeKind } from '#lib/domain/area/area-code.ts';
import { clean } from '../cells/clean.ts';
import type { ColumnRole } from '../settings.ts';

/** A header without what differs between programs: case, spaces, underscores, signs. */
export function bareHeader(header: string): string {
	return clean(header)
		.toLowerCase()
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.replace(/[^a-z0-9]+/g, '');
}

type Word = { readonly pattern: RegExp; readonly role: ColumnRole; readonly kind?: CodeKind };

const words: readonly Word[] = [
	{
		pattern: /^(cbs)?(buurt|bu)(code|nr|nummer)?(20\d\d)?$/,
		role: 'area-code',
		kind: 'neighbourhood'
	},
	{ pattern: /^(cbs)?(wijk|wk)(code|nr|nummer)(20\d\d)?$/, role: 'area-code', kind: 'district' },
	{
		pattern: /^(cbs)?(gemeente|gm)(code|nr|nummer)(20\d\d)?$/,
		role: 'area-code',
		kind: 'municipality'
	},
	{ pattern: /^(pc4|postcode4|pc4code)$/, role: 'area-code', kind: 'postcode' },
	{ pattern: /^(gebieds?|area|regio|cbs)code/, role: 'area-code' },
	{ pattern: /^(code|gbd|codering)$/, role: 'area-code' },
	{
		pattern:
			/^(buurt|bu|wijk|wk|gebieds?|area|regio)(naam|name)(20\d\d)?$|^naam(buurt|wijk|gebied)$/,
		role: 'area-name'
	},
	{
		pattern: /^(gebied|regio|wijkenenbuurten|districtsandneighbourhoods|naam)$/,
		role: 'area-name'
	},
	{ pattern: /^(gemeente|gm|municipality)(naam|name)?$/, role: 'municipality' },
	{ pattern: /^(niveau|level|soort(regio|gebied)?)$/, role: 'level' },
	{
		pattern: /^(perioden?|periods?|jaar|year|kwartaal|quarter|maand|month|jaarkwartaal)$/,
		role: 'period'
	},
	{ pattern: /^(peildatum|peilmoment|standdatum)$/, role: 'stock-date' },
	{ pattern: /^(meldings?|incident|registratie)?(datum|date)(melding|incident)?$/, role: 'date' },
	{ pattern: /^(indicator|onderwerp|topic|measure|kenmerk)$/, role: 'indicator' },
	{ pattern: /^(waarde|value)$/, role: 'value' },
	{ pattern: /^(eenheid|unit)$/, role: 'unit' },
	{ pattern: /^(versie|version)$/, role: 'version' },
	{ pattern: /^complex(nr|nummer|code|id)?$/, role: 'complex' },
	{
		pattern:
			/^(toelichting|opmerkingen?|notitie|note|remarks?|provincie|province|id|nr|volgnr|meldingnr|zaaknr|volgnummer|meldingnummer)$/,
		role: 'ignore'
	}
];

/** What a header says of its column; undefined when it can be a figure. */
export function wordOf(header: string): Pick<Word, 'role' | 'kind'> | undefined {
	const bare = bareHeader(header);
	return words.find(({ pattern }) => pattern.test(bare));
}

const personal =
	/^(naam|name)(melder|bewoner|huurder|klant|client|contact)|(melder|bewoner|huurder|client)(naam|name)?$|^(voor|achter)naam$|bsn|burgerservicenummer|geboorte|birth|telefoon|mobiel|phone|e?mail|^adres|adres$|^address|straat|street|huisnummer|huisnr|^postcode6?$|^pc6$|iban|rekeningnummer|^omschrijving$|^verhaal$|^description$|kenteken/;

/** Tells whether a header names something about a person, or free text in which people are described. */
export function isPersonal(header: string): boolean {
	return personal.test(bareHeader(header));
}
