import type { Terms } from '#lib/domain/retention.ts';
import { roles, type Role } from '#lib/domain/role.ts';
import { keepLinks, keptLinks, type KeptLinks } from '../shell/kept-links.ts';
import { request, type Refusal } from '../shell/request.ts';
import { sendCommand } from '../shell/send-command.ts';

/** How long things are kept in a workshop. */
export type RetentionView = {
	/** What was chosen. */
	terms: Terms;
	/** What the server keeps at most. */
	most: Terms;
	/** Forecasts that were sealed, which keep a workshop. */
	sealed: number;
	/** ISO moment of this visit, from which names are kept. */
	openedAt: string;
};

/** Who may come in, as the server tells a facilitator; a member without that right gets less. */
export type WorkshopView = {
	id: string;
	title: string;
	member: { id: string; role: Role; name: string | null; partyId: string | null };
	/** Days that names are kept after the last visit. */
	namesKeptDays: number;
	retention?: RetentionView;
	code?: string | null;
	lobbyOpen?: boolean;
	links?: readonly { role: Role; expiresAt: string }[];
};

/** How people come into one workshop: the spoken code, the lobby, and a link for each role. */
export class Access {
	readonly #workshopId: string;
	#code = $state<string | null>(null);
	#lobbyOpen = $state(false);
	#expiry = $state.raw<Partial<Record<Role, string>>>({});
	#addresses = $state.raw<KeptLinks>({});
	#refusal = $state.raw<Refusal>();

	constructor(view: WorkshopView) {
		this.#workshopId = view.id;
		this.#show(view);
	}

	/** The code that can be said aloud; null when there is none any more. */
	get code(): string | null {
		return this.#code;
	}

	get lobbyOpen(): boolean {
		return this.#lobbyOpen;
	}

	get refusal(): Refusal | undefined {
		return this.#refusal;
	}

	/** Tells whether people can come in with a link for this role. */
	isOpenFor(role: Role): boolean {
		return this.#expiry[role] !== undefined;
	}

	/** The link as a path on this site, where this device knows it. */
	linkFor(role: Role): string | undefined {
		return this.isOpenFor(role) ? this.#addresses[role] : undefined;
	}

	/** Until when the link works, as an ISO moment. */
	expiryOf(role: Role): string | undefined {
		return this.#expiry[role];
	}

	/**
	 * Forgets a link that another facilitator has replaced meanwhile, so that nobody shows a dead one.
	 *
	 * Stops at the first: a dead link counts as a wrong try, and few of those are allowed.
	 */
	async check(): Promise<void> {
		for (const role of roles) {
			const token = this.linkFor(role)?.split('#')[1];
			if (!token) continue;
			const reply = await request('POST', '/api/join/preview', { token });
			if (reply.ok || reply.refusal.code !== 'wrong-code') continue;
			this.#keep({ [role]: null });
			return;
		}
	}

	async openLobby(open: boolean): Promise<void> {
		await this.#command({ type: 'set-lobby', open });
	}

	/** Makes a new link; the old one opens nothing any more, who is in stays in. */
	async renew(role: Role): Promise<void> {
		const done = await this.#command<{ link: string }>({ type: 'rotate-link', role });
		if (done) this.#keep({ [role]: done.link });
	}

	/** Ends a link; who came in with it is out at once. */
	async revoke(role: Role): Promise<void> {
		const done = await this.#command({ type: 'revoke-link', role });
		if (done) this.#keep({ [role]: null });
	}

	#show({ code, lobbyOpen, links = [] }: WorkshopView): void {
		this.#code = code ?? null;
		this.#lobbyOpen = lobbyOpen ?? false;
		this.#expiry = Object.fromEntries(links.map((link) => [link.role, link.expiresAt]));
		this.#addresses = keptLinks(this.#workshopId);
	}

	#keep(links: Partial<Record<Role, string | null>>): void {
		keepLinks(this.#workshopId, links);
		this.#addresses = keptLinks(this.#workshopId);
	}

	/** Gives the answer of a command, and looks on the server what it changed. */
	async #command<Answer>(command: object): Promise<Answer | undefined> {
		const reply = await sendCommand<Answer>(this.#workshopId, command);
		this.#refusal = reply.ok ? undefined : reply.refusal;
		if (!reply.ok) return undefined;
		const view = await request<WorkshopView>('GET', `/api/workshops/${this.#workshopId}`);
		if (view.ok) this.#show(view.value);
		return reply.value;
	}
}
