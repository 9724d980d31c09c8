import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardContent } from '#lib/document/content.ts';
import type { SessionCommand } from '#lib/document/session/commands.ts';
import { readSession } from '#lib/document/session/session.ts';
import type { SessionContent } from '#lib/document/session/shape.ts';
import type { Role } from '#lib/domain/role.ts';
import { hashToken, newToken } from '#lib/server/access/tokens.ts';
import { createApp, type App } from '#lib/server/app.ts';
import { giveCommand } from '#lib/server/commands/give-command.ts';
import { sessionView } from '#lib/server/feed/sources.ts';
import type { MemberRow } from '#lib/server/store/store.ts';
import { createWorkshop } from '#lib/server/workshops/create.ts';
import { fillRooms, readBoard } from '#lib/server/workshops/documents.ts';
import { welcome } from '#lib/server/workshops/members.ts';
import { readFileValue } from '#lib/server/workshops/starting-point.ts';

const demoUrl = new URL('../../fixtures/workshops/demo-molenwijk.nl.json', import.meta.url);

function appIn(dataDirectory: string): Promise<App> {
	const nothing = {
		...{ databaseUrl: undefined, origin: undefined, passphrase: undefined },
		...{ metricsToken: undefined, deleteAfterDays: undefined, forgetNamesAfterDays: undefined }
	};
	return createApp({ ...nothing, dataDirectory, logLevel: 'silent' });
}

/** A workshop around a table, on a real store and real rooms, without a network in between. */
export class Table {
	readonly app: App;
	readonly workshopId: string;
	readonly directory: string;

	private constructor(app: App, workshopId: string, directory: string) {
		this.app = app;
		this.workshopId = workshopId;
		this.directory = directory;
	}

	/** Lays a table with the example workshop; `change` changes its file first. */
	static async lay(change: (file: { workshop: { policy: object } }) => void = () => {}) {
		const directory = mkdtempSync(join(tmpdir(), 'tegenwicht-table-'));
		const app = await appIn(directory);
		const value = JSON.parse(readFileSync(demoUrl, 'utf8'));
		change(value);
		const { file } = readFileValue({ ...value, rounds: [] });
		const { id } = await createWorkshop(app, file, { id: app.newId(), workspace: undefined });
		await fillRooms(app.hub, id, file);
		return new Table(app, id, directory);
	}

	/** Goes on at a table after whatever served it has stopped or was killed. */
	static async again({ directory, workshopId }: { directory: string; workshopId: string }) {
		return new Table(await appIn(directory), workshopId, directory);
	}

	/** Lets somebody sit down. */
	async seat(role: Role, partyId: string | null = null): Promise<MemberRow> {
		const seat = { workshopId: this.workshopId, role, linkId: null };
		const device = hashToken(newToken());
		return welcome(this.app, seat, { device, partyId, name: `Name of ${role}` });
	}

	/** Gives a command as somebody; `id` makes it a repeat. */
	give(member: MemberRow, command: SessionCommand & { id?: string }) {
		const { app } = this;
		return giveCommand({ app, member }, { id: crypto.randomUUID(), ...command });
	}

	session(): Promise<SessionContent> {
		return this.app.hub.read(this.workshopId, 'session', readSession);
	}

	board(): Promise<BoardContent> {
		return readBoard(this.app.hub, this.workshopId, (content) => content);
	}

	/** What a member is told of the session. */
	async view(member: MemberRow) {
		const row = await this.app.store.findMember(this.workshopId, member.id);
		return sessionView(this.app, row!);
	}

	async clear(): Promise<void> {
		await this.app.stop();
		rmSync(this.directory, { recursive: true, force: true });
	}
}
