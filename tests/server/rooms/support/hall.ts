import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '#lib/domain/role.ts';
import { createAdmission } from '#lib/server/access/admission.ts';
import { hashToken, newId, newToken } from '#lib/server/access/tokens.ts';
import { createLog } from '#lib/server/log.ts';
import { createHub, type Hub, type HubParts } from '#lib/server/rooms/hub.ts';
import type { Limits } from '#lib/server/rooms/limits.ts';
import { openSqliteStore } from '#lib/server/store/sqlite-store.ts';
import type { Store } from '#lib/server/store/store.ts';

/** Somebody who joined: the headers that their browser would send. */
export type Guest = {
	readonly memberId: string;
	readonly role: Role;
	readonly headers: { readonly Cookie: string; readonly Origin: string };
};

type HallOptions = {
	readonly limits?: Partial<Limits>;
	/** Stands between the hub and the store, to make it slow or make it fail. */
	readonly between?: (store: Store) => HubParts['store'];
	readonly directory?: string;
};

/** A room server on a free port: the real hub, the real store in a folder of its own, real sockets. */
export class Hall {
	readonly workshopId = 'abcdefgh01234567';
	readonly directory: string;
	readonly store: Store;
	readonly hub: Hub;
	readonly #server: Server;
	#joined = 0;
	#closed = false;

	private constructor({ limits, between, directory }: HallOptions) {
		this.directory = directory ?? mkdtempSync(join(tmpdir(), 'tegenwicht-rooms-'));
		const now = () => Date.now();
		this.store = openSqliteStore({ directory: this.directory, now, newId });
		this.hub = createHub({
			store: between?.(this.store) ?? this.store,
			admit: createAdmission({ store: this.store, origin: undefined }),
			log: createLog('silent'),
			now,
			newId,
			limits
		});
		this.#server = createServer((_, response) => response.end());
		this.#server.on('upgrade', (request, socket, head) => this.hub.upgrade(request, socket, head));
	}

	static async open(options: HallOptions = {}): Promise<Hall> {
		const hall = new Hall(options);
		await hall.store.migrate();
		if (!(await hall.store.findWorkshop(hall.workshopId))) await hall.#makeWorkshop();
		hall.#server.listen(0, '127.0.0.1');
		await once(hall.#server, 'listening');
		return hall;
	}

	get host(): string {
		return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
	}

	/** Where y-websocket connects to; the room is its name. */
	get syncAddress(): string {
		return `ws://${this.host}/sync/${this.workshopId}`;
	}

	/** Makes a member with a device, whose cookie is in the headers. */
	async join(role: Role, name: string | null = null): Promise<Guest> {
		const token = newToken();
		this.#joined += 1;
		const member = {
			...{ id: newId(), workshopId: this.workshopId, role, name, partyId: null },
			...{ colour: this.#joined % 12, linkId: null, joinedAt: this.#joined }
		};
		await this.store.addMember(member, hashToken(token));
		const headers = { Cookie: `tegenwicht=${token}`, Origin: `http://${this.host}` };
		return { memberId: member.id, role, headers };
	}

	/** Stops the hub and the server; the folder stays when `keep` is true. */
	async close({ keep = false } = {}): Promise<void> {
		if (this.#closed) return;
		this.#closed = true;
		await this.hub.stop();
		await this.store.close();
		this.#server.closeAllConnections();
		this.#server.close();
		if (!keep) rmSync(this.directory, { recursive: true, force: true });
	}

	async #makeWorkshop(): Promise<void> {
		const { workshopId } = this;
		await this.store.createWorkshop({
			workshop: {
				...{ id: workshopId, workspaceId: 'space', title: 'Proef', language: 'nl' },
				...{ lobbyOpen: true, code: null, createdAt: 1 }
			},
			links: [],
			workspace: { id: 'space', title: 'Proef', tokenHash: hashToken('space'), createdAt: 1 }
		});
	}
}
