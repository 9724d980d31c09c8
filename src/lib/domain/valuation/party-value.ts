import type { Distribution } from './distribution.ts';
import { pooled, type ValueInput } from './value-input.ts';

/** What a party pays, receives (benefits and harms) and has left. */
export type PartyValue = {
	readonly id: string;
	readonly pays: Distribution;
	readonly receives: Distribution;
	readonly net: Distribution;
};

/** Gives what every party pays and receives, in the order of the workshop. */
export function partyValues(input: ValueInput): PartyValue[] {
	return input.ledger.parties.map((party, place) => {
		const pays = input.means.line(party.pays);
		const receives = input.means.line(party.receives);
		return {
			id: party.id,
			pays: pooled(input, ({ parties }) => parties[place]?.pays, { mean: pays }),
			receives: pooled(input, ({ parties }) => parties[place]?.receives, { mean: receives }),
			net: pooled(input, ({ parties }) => parties[place]?.net, { mean: receives - pays })
		};
	});
}
