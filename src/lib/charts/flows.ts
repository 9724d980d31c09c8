import type { Party } from '#lib/domain/party.ts';
import type { ScenarioValue } from '#lib/domain/valuation/scenario-value.ts';
import type { SupportKind } from '#lib/domain/valuation/support.ts';
import type { WorkshopFile } from '#lib/domain/workshop-file.ts';
import type { Texture } from './chart.ts';

/** A part of what a party pays or receives that is equally certain, in mean euros above 0. */
export type FlowPart = { readonly texture: Exclude<Texture, 'open'>; readonly euros: number };

/** What goes from a party into the plan, or from the plan to a party; without parts it has no amount. */
export type Flow = {
	/** Undefined for what reaches nobody by name. */
	readonly party: Party | undefined;
	readonly parts: readonly FlowPart[];
};

/** Who pays and who receives. */
export type Flows = { readonly pays: readonly Flow[]; readonly receives: readonly Flow[] };

/** Says whether a party gives or gets something that is not in euros. */
export type Besides = (partyId: string) => { readonly pays: boolean; readonly receives: boolean };

const textureOf = {
	substantiated: 'solid',
	plausible: 'striped',
	wish: 'dotted'
} as const satisfies Record<SupportKind, Texture>;

/** From certain to uncertain, and harms last. */
const order: readonly FlowPart['texture'][] = ['solid', 'striped', 'dotted', 'hatched'];

/** Less than this is nothing: half a cent. */
const halfCent = 0.005;

/**
 * Splits what every party pays by whether it has been pledged, and what it receives by how well that is
 * supported, harms apart. A party that takes no part in the scenario is left out.
 */
export function flowsOf(value: ScenarioValue, file: WorkshopFile, besides: Besides): Flows {
	const [paid, received] = [paidParts(value, file), receivedParts(value, file)];
	const flows = (parts: Tally, side: 'pays' | 'receives') =>
		file.parties.flatMap((party): Flow[] => {
			const flow = { party, parts: parts.of(party.id) };
			return flow.parts.length > 0 || besides(party.id)[side] ? [flow] : [];
		});
	const rest = received.of(nobody);
	return {
		pays: flows(paid, 'pays'),
		receives: [
			...flows(received, 'receives'),
			...(rest.length > 0 ? [{ party: undefined, parts: rest }] : [])
		]
	};
}

/** No party has this id. */
const nobody = '';

/** Adds up euros per party and texture. */
class Tally {
	readonly #sums = new Map<string, Map<FlowPart['texture'], number>>();

	add(partyId: string, texture: FlowPart['texture'], euros: number): void {
		const sums = this.#sums.get(partyId) ?? new Map<FlowPart['texture'], number>();
		sums.set(texture, (sums.get(texture) ?? 0) + euros);
		this.#sums.set(partyId, sums);
	}

	of(partyId: string): FlowPart[] {
		const sums = this.#sums.get(partyId);
		return order.flatMap((texture) => {
			const euros = sums?.get(texture) ?? 0;
			return euros > halfCent ? [{ texture, euros }] : [];
		});
	}
}

function paidParts({ measures }: ScenarioValue, file: WorkshopFile): Tally {
	const tally = new Tally();
	for (const { id, payments } of measures) {
		const contributions = file.measures.find((one) => one.id === id)?.contributions ?? [];
		for (const { contributionId, partyId, euros } of payments) {
			const pledged = contributions.find((one) => one.id === contributionId)?.confirmed ?? false;
			tally.add(partyId, pledged ? 'solid' : 'striped', euros);
		}
	}
	return tally;
}

function receivedParts({ effects }: ScenarioValue, file: WorkshopFile): Tally {
	const tally = new Tally();
	for (const effect of effects) {
		if (!effect.value) continue;
		const record = file.effects.find(({ id }) => id === effect.id);
		const texture = record?.direction === 'harm' ? 'hatched' : textureOf[effect.support];
		let left = effect.value.mean;
		for (const { partyId, euros } of effect.receipts) {
			tally.add(partyId, texture, Math.abs(euros));
			left -= euros;
		}
		tally.add(nobody, texture, Math.abs(left));
	}
	return tally;
}

/** Adds up the parts of a flow, harms below 0. */
export function totalOf({ parts }: Flow): number {
	return parts.reduce(
		(sum, { texture, euros }) => sum + (texture === 'hatched' ? -euros : euros),
		0
	);
}
