import * as v from 'valibot';
import type { Doer } from '#lib/document/session/deed.ts';
import type { CommandContext } from '../commands/command.ts';
import type { EndingKind, HandIn } from '../store/deeds.ts';
import type { DeedRow } from '../store/store.ts';

/** What somebody says: trimmed, not empty, at most 2,000 characters. */
export const saidSchema = v.pipe(
	v.string(),
	v.trim(),
	v.minLength(1, 'This is empty. Write at least one character.'),
	v.maxLength(2000, 'This is longer than 2,000 characters. Make it shorter.')
);

/** The same where nothing needs to be said. */
export const maybeSaidSchema = v.optional(
	v.pipe(v.string(), v.trim(), v.maxLength(2000, 'This is longer than 2,000 characters.')),
	''
);

/** Something that is on record, with who did it and when. */
export type Recorded<Body> = {
	readonly id: string;
	readonly subject: string;
	readonly at: string;
	readonly by: Doer;
	readonly body: Body;
};

type Said<Body> = {
	readonly kind: string;
	/** Id of what it is about; a new one for something new. */
	readonly subject: string;
	readonly body: Body;
};

/**
 * Puts on record what a command does, before anybody sees it. When the same command was recorded
 * before, but perhaps not shown, this gives what was recorded then.
 */
export async function record<Body extends object>(
	context: CommandContext,
	{ kind, subject, body }: Said<Body>
): Promise<Recorded<Body>> {
	const { stamp, by } = stampOf(context);
	const deed = await context.app.store.recordDeed({
		...{ ...stamp, kind, subject },
		body: JSON.stringify({ by, body })
	});
	return recordedOf(deed);
}

type End<Body> = {
	readonly kind: EndingKind;
	/** Id of what people handed in for. */
	readonly subject: string;
	readonly bodyOf: (cards: readonly HandIn[]) => Body;
};

/**
 * Puts on record what comes of everything that was handed in, and forgets who handed in what. It ends
 * once: whoever asks again, also after the server was killed, gets what was recorded the first time.
 */
export async function recordEnd<Body extends object>(
	context: CommandContext,
	{ kind, subject, bodyOf }: End<Body>
): Promise<Recorded<Body>> {
	const { stamp, by } = stampOf(context);
	const deed = await context.app.store.endGathering({ ...stamp, kind, subject }, (cards) =>
		JSON.stringify({ by, body: bodyOf(cards) })
	);
	return recordedOf(deed);
}

/** Who does something and when, as it goes on record. */
function stampOf(context: CommandContext) {
	const { id: memberId, role, partyId, workshopId } = context.member;
	const by: Doer = { memberId, role, partyId };
	return { by, stamp: { id: deedIdOf(context), workshopId, memberId, at: context.app.now() } };
}

/** Tells whether this command put something on record about a subject before, so that it is a repeat. */
export async function isRepeat(context: CommandContext, subject: string): Promise<boolean> {
	const deeds = await context.app.store.listDeeds(context.member.workshopId, subject);
	return deeds.some(({ id }) => id === deedIdOf(context));
}

/**
 * Tells whether nothing was put on record about a subject after this command was: a command that comes
 * again late must not bring back what somebody changed since.
 */
export async function isLatest(context: CommandContext, subject: string): Promise<boolean> {
	const deeds = await context.app.store.listDeeds(context.member.workshopId, subject);
	return deeds.at(-1)?.id === deedIdOf(context);
}

/** The id under which a command is on record; the same when it comes again. */
export function deedIdOf({ member, commandId }: CommandContext): string {
	return `${member.id}.${commandId}`;
}

/** Gives all that is on record about a subject on which one kind of deed is done, oldest first. */
export async function recordedAbout<Body extends object>(
	{ app, member }: CommandContext,
	subject: string
): Promise<Recorded<Body>[]> {
	const deeds = await app.store.listDeeds(member.workshopId, subject);
	return deeds.map((deed) => recordedOf<Body>(deed));
}

function recordedOf<Body>({ id, subject, at, body }: DeedRow): Recorded<Body> {
	// Only this file writes the body of a deed, and a kind of deed has one type of body.
	const kept = JSON.parse(body) as { readonly by: Doer; readonly body: Body };
	return { id, subject, at: new Date(at).toISOString(), ...kept };
}
