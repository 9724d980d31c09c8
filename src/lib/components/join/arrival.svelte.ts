import { request, type Refusal } from '../shell/request.ts';
import type { Role } from '#lib/domain/role.ts';
import type { LanguageCode } from '#lib/i18n/languages.ts';

/** What a link or code opens, before somebody joins. */
export type Invitation = {
	workshopId: string;
	title: string;
	language: LanguageCode;
	role: Role;
	parties: readonly { id: string; name: string }[];
};

/** The secret of a link, or a spoken code. */
export type Key = { token: string } | { code: string };

export type Newcomer = { name: string; partyId: string };

const keptAs = 'tegenwicht.key';

/** Tells a link's secret from a spoken code by its length. */
export function keyFrom(text: string): Key | undefined {
	if (text === '') return undefined;
	return text.length > 12 ? { token: text } : { code: text };
}

/**
 * Takes the secret out of the address, so that it is not on screen, in history or in a bookmark.
 * This tab remembers it until its owner has joined, so that reloading does not lose it.
 */
export function takeKey(fragment: string): Key | undefined {
	const text = decodeURIComponent(fragment.replace(/^#/, ''));
	if (text) sessionStorage.setItem(keptAs, text);
	return keyFrom(text || (sessionStorage.getItem(keptAs) ?? ''));
}

/** Somebody at the door: what they hold, what it opens, and coming in. */
export class Arrival {
	#key: Key | undefined;
	#invitation = $state.raw<Invitation>();
	#refusal = $state.raw<Refusal>();
	#state = $state<'looking' | 'asking' | 'invited' | 'joining'>('looking');

	get state(): 'looking' | 'asking' | 'invited' | 'joining' {
		return this.#state;
	}

	get invitation(): Invitation | undefined {
		return this.#invitation;
	}

	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	/** Looks what a key opens; without a key, or with a wrong one, a code is asked for. */
	async show(key: Key | undefined): Promise<void> {
		this.#key = key;
		this.#invitation = undefined;
		this.#refusal = undefined;
		if (!key) {
			this.#state = 'asking';
			return;
		}
		this.#state = 'looking';
		const reply = await request<Invitation>('POST', '/api/join/preview', key);
		if (reply.ok) this.#invitation = reply.value;
		else this.#refuse(reply.refusal);
		this.#state = reply.ok ? 'invited' : 'asking';
	}

	/** Tries the same key again, after a failing connection. */
	async retry(): Promise<void> {
		await this.show(this.#key);
	}

	/** Comes in; gives the workshop, or nothing when that was refused. */
	async join({ name, partyId }: Newcomer): Promise<string | undefined> {
		this.#state = 'joining';
		this.#refusal = undefined;
		const reply = await request<{ workshopId: string }>('POST', '/api/join', {
			...this.#key,
			...(name.trim() && { name: name.trim() }),
			...(partyId && { partyId })
		});
		if (reply.ok) {
			sessionStorage.removeItem(keptAs);
			return reply.value.workshopId;
		}
		this.#refuse(reply.refusal);
		this.#state = 'invited';
		return undefined;
	}

	#refuse(refusal: Refusal): void {
		this.#refusal = refusal;
		if (refusal.code === 'wrong-code') sessionStorage.removeItem(keptAs);
	}
}
