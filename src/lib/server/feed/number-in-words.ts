import type { BoardContent } from '#lib/document/content.ts';
import type { SessionRound } from '#lib/document/session/round.ts';
import type { NumberAsked } from '#lib/document/session/view.ts';
import type { Effect } from '#lib/domain/effect.ts';
import type { Quantity } from '#lib/domain/quantity.ts';
import type { EstimatedField } from '#lib/domain/round.ts';

type About = Pick<SessionRound, 'effectId' | 'field'>;

/** Says which number a round is about; null when it is not on the board any more. */
export function numberAsked(board: BoardContent, about: About): NumberAsked | null {
	const effect = board.effects.find(({ id }) => id === about.effectId);
	if (!effect) return null;
	const { title, because, direction } = effect;
	const asked = { title, because, direction };
	const [list = '', ...rest] = about.field.split('.');
	const name = rest.join('.');
	if (list === 'inputs') {
		const unit = effect.inputs.find((input) => input.name === name)?.unit ?? '';
		return { ...asked, kind: 'input', unit, name };
	}
	if (list === 'recipients') {
		const party = board.parties.find(({ id }) => id === name);
		return { ...asked, kind: 'share', unit: '', name: party?.name ?? '' };
	}
	const kind = list === 'amount' ? 'amount' : list === 'unitValue' ? 'price' : 'share';
	return { ...asked, kind, unit: kind === 'share' ? '' : effect.unit, name: list };
}

/** Gives the number that is on the card now; null when there is none. */
export function numberOnCard({ effects }: BoardContent, { effectId, field }: About): Quantity {
	const effect = effects.find(({ id }) => id === effectId);
	if (!effect) return null;
	const [list, ...rest] = field.split('.');
	const name = rest.join('.');
	if (list === 'inputs') return effect.inputs.find((one) => one.name === name)?.quantity ?? null;
	if (list === 'recipients') {
		return effect.recipients.find(({ partyId }) => partyId === name)?.share ?? null;
	}
	return effect[field as EstimatedField] satisfies Effect[EstimatedField];
}
