import { beforeEach, expect, test } from 'vitest';
import type { BlindEstimate, BlindRound, RoundResult, Store } from '#lib/server/store/store.ts';
import { workshop } from './examples.ts';

function round(change: Partial<BlindRound> = {}): BlindRound {
	return {
		...{ id: 'round1', workshopId: 'aaaa', anonymous: true, hidden: true, minGroupSize: 3 },
		subject: { kind: 'round', effectId: 'e1', field: 'amount', round: 1, note: 'Per jaar.' },
		openedAt: 1000,
		...change
	};
}

function estimate(giver: string, likely: number): BlindEstimate {
	const numbers = { low: likely - 1, likely, high: likely + 1, confidence: 0.8 };
	return { giver, partyId: null, numbers, reason: `Reason of ${giver}` };
}

const vote = {
	...{ id: 'vote1', workshopId: 'aaaa', openedAt: 1000 },
	subject: {
		...{ kind: 'dots' as const, question: 'Which?', dots: 3 },
		options: [{ id: 'o1', text: 'One' }]
	}
};

const result: RoundResult = { estimates: [], dontKnow: 1, givers: null };
const end = { cast: 1, counts: { o1: 3 } };

/** What every implementation of the store must do with answers that nobody may see yet. */
export function keepsAnswers(store: () => Store, reopen: () => Promise<Store>): void {
	beforeEach(async () => {
		await store().createWorkshop(workshop('aaaa'));
		await store().createWorkshop(workshop('bbbb'));
	});

	test('an open round keeps the last answer of each, by who gave it, also after a restart', async () => {
		await store().openRound(round());
		await store().submitEstimate('round1', estimate('m2', 20));
		await store().submitEstimate('round1', estimate('m1', 10));
		await store().submitEstimate('round1', { ...estimate('m2', 30), partyId: 'p1' });
		await store().submitEstimate('round1', { ...estimate('m3', 0), numbers: null });
		const again = await reopen();
		expect(await again.findRound('aaaa', 'round1')).toEqual({ ...round(), result: undefined });
		expect(await again.listEstimates('round1')).toEqual([
			estimate('m1', 10),
			{ ...estimate('m2', 30), partyId: 'p1' },
			{ ...estimate('m3', 0), numbers: null }
		]);
	});

	test('about one number at most one round is open; opening the same again is fine', async () => {
		expect(await store().openRound(round())).toBe(true);
		expect(await store().openRound(round({ openedAt: 2000 }))).toBe(true);
		expect((await store().findRound('aaaa', 'round1'))?.openedAt).toBe(1000);
		expect(await store().openRound(round({ id: 'round2' }))).toBe(false);
		expect(await store().findRound('aaaa', 'round2')).toBeUndefined();
		expect(await store().openRound(round({ id: 'round3', workshopId: 'bbbb' }))).toBe(true);
		await store().revealRound('round1', () => result);
		expect(await store().openRound(round({ id: 'round2' }))).toBe(true);
	});

	test('a reveal gets all answers, happens once, and leaves none of them behind', async () => {
		await store().openRound(round());
		await store().submitEstimate('round1', estimate('m1', 10));
		const seen: unknown[] = [];
		const reveal = () =>
			store().revealRound('round1', (estimates) => {
				seen.push(estimates);
				return result;
			});
		expect(await reveal()).toEqual(result);
		expect(await reveal()).toEqual(result);
		expect(seen).toEqual([[estimate('m1', 10)]]);
		expect(await store().submitEstimate('round1', estimate('m2', 20))).toBe(false);
		expect(await store().resetRound('round1')).toBe(false);
		expect(await store().cancelRound('round1')).toBe(false);
		const again = await reopen();
		expect(await again.listEstimates('round1')).toEqual([]);
		expect((await again.findRound('aaaa', 'round1'))?.result).toEqual(result);
		expect(await again.revealRound('nothing', () => result)).toBeUndefined();
	});

	test('a reveal that fails leaves the round open with its answers', async () => {
		await store().openRound(round());
		await store().submitEstimate('round1', estimate('m1', 10));
		const failing = store().revealRound('round1', () => {
			throw new RangeError('Nobody answered.');
		});
		await expect(failing).rejects.toThrow('Nobody answered.');
		expect(await store().listEstimates('round1')).toEqual([estimate('m1', 10)]);
		expect(await store().submitEstimate('round1', estimate('m1', 11))).toBe(true);
	});

	test('a reset takes the answers out, a cancelled round is gone with its answers', async () => {
		await store().openRound(round());
		await store().submitEstimate('round1', estimate('m1', 10));
		expect(await store().resetRound('round1')).toBe(true);
		expect(await store().listEstimates('round1')).toEqual([]);
		await store().submitEstimate('round1', estimate('m1', 10));
		expect(await store().cancelRound('round1')).toBe(true);
		expect(await store().findRound('aaaa', 'round1')).toBeUndefined();
		expect(await store().listEstimates('round1')).toEqual([]);
	});

	test('a round is not found from another workshop', async () => {
		await store().openRound(round());
		expect(await store().findRound('bbbb', 'round1')).toBeUndefined();
	});

	test('a vote counts the last ballot of each, ends once, and forgets the ballots', async () => {
		await store().openVote(vote);
		await store().openVote({ ...vote, openedAt: 2000 });
		expect(await store().findVote('aaaa', 'vote1')).toEqual({ ...vote, end: undefined });
		expect(await store().findVote('bbbb', 'vote1')).toBeUndefined();
		expect(await store().castVote('vote1', 'm1', ['o1'])).toBe(true);
		expect(await store().castVote('vote1', 'm1', ['o1', 'o1', 'o1'])).toBe(true);
		const seen: unknown[] = [];
		const close = (under: Store) =>
			under.closeVote('vote1', (ballots) => {
				seen.push(ballots);
				return end;
			});
		expect(await store().countBallots('vote1')).toBe(1);
		expect(await close(store())).toEqual(end);
		const again = await reopen();
		expect(await close(again)).toEqual(end);
		expect(seen).toEqual([[['o1', 'o1', 'o1']]]);
		expect(await again.castVote('vote1', 'm2', ['o1'])).toBe(false);
		expect(await again.countBallots('vote1')).toBe(0);
		expect((await again.findVote('aaaa', 'vote1'))?.end).toEqual(end);
		expect(await again.closeVote('nothing', () => end)).toBeUndefined();
	});

	test('who has answered is told of open rounds and votes of one workshop, and never what', async () => {
		await store().openRound(round());
		await store().openRound(round({ id: 'round9', workshopId: 'bbbb' }));
		await store().openVote(vote);
		await store().submitEstimate('round1', estimate('m1', 10));
		await store().submitEstimate('round9', estimate('m9', 10));
		await store().castVote('vote1', 'm2', ['o1']);
		const answered = await store().listAnswered('aaaa');
		expect(answered).toHaveLength(2);
		expect(answered).toContainEqual({ id: 'round1', memberId: 'm1' });
		expect(answered).toContainEqual({ id: 'vote1', memberId: 'm2' });
		await store().revealRound('round1', () => result);
		await store().closeVote('vote1', () => end);
		expect(await store().listAnswered('aaaa')).toEqual([]);
	});

	test('what facilitators say in each step is replaced as a whole', async () => {
		await store().replaceSpeakerNotes('aaaa', { s1: 'Hello', s2: 'Coffee' });
		await store().replaceSpeakerNotes('bbbb', { s1: 'Other' });
		await store().replaceSpeakerNotes('aaaa', { s2: 'Tea' });
		const again = await reopen();
		expect(await again.speakerNotes('aaaa')).toEqual({ s2: 'Tea' });
		expect(await again.speakerNotes('bbbb')).toEqual({ s1: 'Other' });
	});
}
