import { readKept, writeKept } from './kept.ts';

/** Who this device is in a workshop, or the HTTP status that says why it is nobody. */
export type WhoAmI = { readonly memberId: string } | { readonly status: number };

type Answer = { readonly member: { readonly id: string } };

/** Asks who this device is; without a connection, who it was when it was last here. */
export async function whoAmI(workshopId: string, ask: typeof fetch): Promise<WhoAmI> {
	const kept = `tegenwicht.me.${workshopId}`;
	const response = await ask(`/api/workshops/${workshopId}`).catch(() => undefined);
	if (!response || response.status >= 500) {
		const memberId = readKept<string>(kept);
		return memberId === undefined ? { status: response?.status ?? 503 } : { memberId };
	}
	if (!response.ok) return { status: response.status };
	const { member } = (await response.json()) as Answer;
	writeKept(kept, member.id);
	return { memberId: member.id };
}
