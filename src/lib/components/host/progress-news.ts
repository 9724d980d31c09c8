import type { SessionView } from '#lib/document/session/view.ts';
import type { Translate } from '#lib/i18n/translate.ts';

type Watched = Pick<
	SessionView,
	'members' | 'readyCheck' | 'rounds' | 'practices' | 'votes' | 'doubt'
>;

/** How far the group is, in one sentence about each thing that it is busy with. */
export function progressNews(view: Watched, t: Translate): ReadonlyMap<string, string> {
	const people = view.members.filter(({ role }) => role !== 'observer').length;
	const news = new Map([['people', t('host.together', { count: people })]]);
	const { readyCheck, doubt } = view;
	if (readyCheck) {
		news.set('ready', t('host.ready.count', { ready: readyCheck.ready.length, people }));
	}
	const open = [...view.practices, ...view.rounds].filter(({ status }) => status === 'open');
	for (const [index, { id, ready }] of open.entries()) {
		const count = t('host.ready.count', { ready, people });
		news.set(id, open.length === 1 ? count : t('host.news.number', { number: index + 1, count }));
	}
	for (const { id, cast, status } of view.votes) {
		if (status === 'open') news.set(id, t('host.votes.cast', { cast, people }));
	}
	if (doubt?.open) news.set(doubt.id, t('doubt.answered', { count: doubt.answered }));
	return news;
}

/** Gives what is said otherwise than before; what somebody has just begun themselves is no news. */
export function whatIsNew(
	before: ReadonlyMap<string, string>,
	now: ReadonlyMap<string, string>
): [about: string, sentence: string][] {
	return [...now].filter(([about, sentence]) => {
		const earlier = before.get(about);
		return earlier !== undefined && earlier !== sentence;
	});
}
