import { readSession } from '#lib/document/session/session.ts';
import type { App } from '../app.ts';
import type { HandIn, MemberRow } from '../store/store.ts';

/** What this member handed in for what is open now, so that it is there again after a reload. */
export async function ownHandIns({ hub, store }: Pick<App, 'hub' | 'store'>, member: MemberRow) {
	const { premortem, doubt } = await hub.read(member.workshopId, 'session', readSession);
	const own = async (gathering: string | undefined): Promise<HandIn[]> => {
		const cards = gathering ? await store.handedIn(member.workshopId, gathering) : [];
		return cards.filter(({ memberId }) => memberId === member.id);
	};
	const cards = await own(premortem?.status === 'writing' ? premortem.id : undefined);
	const [doubted] = await own(doubt?.open ? doubt.id : undefined);
	return {
		premortemCards: cards.map(({ item, body }) => ({ id: item, text: body })),
		doubt: doubted ? (JSON.parse(doubted.body) as unknown) : null
	};
}
