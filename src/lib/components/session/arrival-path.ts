import type { Phase } from '#lib/document/phase.ts';
import type { SessionView } from '#lib/document/session/view.ts';
import { request } from '../shell/request.ts';
import { placeOfPhase } from './place-of-phase.ts';

/** In these phases the board is where somebody begins, also on a phone. */
const onTheBoard: readonly Phase[] = ['free', 'measures', 'effects', 'payers'];

/** As narrow as a phone, and worked with a finger. */
const phoneScreen = '(max-width: 40rem) and (pointer: coarse)';

/**
 * Gives the page where somebody who has just joined begins: where the group is, and on a phone the
 * page that asks one thing at a time. Without an answer that is the arena.
 */
export async function arrivalPath(workshopId: string): Promise<string> {
	const reply = await request<SessionView>('GET', `/api/workshops/${workshopId}/session`);
	const phase = reply.ok ? reply.value.phase : 'free';
	const onPhone = matchMedia(phoneScreen).matches && !onTheBoard.includes(phase);
	return `/w/${workshopId}/${onPhone ? 'phone' : placeOfPhase(phase)}`;
}
