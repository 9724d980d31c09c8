import type { Role } from '#lib/domain/role.ts';
import type { Member } from '../access/member.ts';

/** All times are milliseconds since 1970; all hashes are SHA-256, 32 bytes. */

export type WorkshopRow = {
	readonly id: string;
	readonly workspaceId: string;
	/** The board's title and language as they were when last looked at; see `titleSequence`. */
	readonly title: string;
	readonly language: 'nl' | 'en';
	/** Sequence of the board at which they were read, to notice that they may have changed. */
	readonly titleSequence: number;
	/** Raised when clients must not send what they still hold: restore from backup, change of member. */
	readonly epoch: number;
	readonly lobbyOpen: boolean;
	/** The spoken code, or null when the participant link was revoked. */
	readonly code: string | null;
	readonly createdAt: number;
};

/** A workshop in a list, with what its board room says about change. */
export type WorkshopSummary = WorkshopRow & {
	readonly changedAt: number;
	readonly boardSequence: number;
};

/** `replaced`: nobody joins with it any more. `revoked`: who joined with it is out as well. */
export type LinkState = 'active' | 'replaced' | 'revoked';

export type LinkRow = {
	readonly id: string;
	readonly workshopId: string;
	readonly role: Role;
	readonly tokenHash: Uint8Array;
	readonly state: LinkState;
	readonly createdAt: number;
	readonly expiresAt: number;
};

export type MemberRow = Member & {
	/** The link this person came in by last; null for who started the workshop or owns its workspace. */
	readonly linkId: string | null;
	readonly linkState: LinkState | null;
	readonly removed: boolean;
	readonly joinedAt: number;
	/** When a facilitator last decided that they are out or have this role; undefined when never. */
	readonly decidedAt?: number | undefined;
};

export type WorkspaceRow = {
	readonly id: string;
	readonly title: string;
	readonly tokenHash: Uint8Array;
	readonly createdAt: number;
};

/** A workshop with everything that must exist from its first moment. */
export type NewWorkshop = {
	readonly workshop: Omit<WorkshopRow, 'titleSequence' | 'epoch'>;
	readonly links: readonly Omit<LinkRow, 'state'>[];
	/** Made along with the workshop; absent when it joins an existing workspace. */
	readonly workspace?: WorkspaceRow;
};

/** Workshops, their links and codes, and the workspaces they lie in. */
export interface WorkshopStore {
	/** Makes the workshop, its links and, when given, its workspace in one transaction. */
	createWorkshop(fresh: NewWorkshop): Promise<void>;
	/** Removes a workshop with its rooms, versions, links and members. */
	deleteWorkshop(id: string): Promise<void>;
	findWorkshop(id: string): Promise<WorkshopRow | undefined>;
	findWorkshopByCode(code: string): Promise<WorkshopRow | undefined>;
	updateWorkshop(
		id: string,
		change: Partial<
			Pick<WorkshopRow, 'title' | 'language' | 'titleSequence' | 'lobbyOpen' | 'code'>
		>
	): Promise<void>;
	/** @returns the new epoch */
	raiseEpoch(workshopId: string): Promise<number>;

	findLink(tokenHash: Uint8Array): Promise<LinkRow | undefined>;
	/** Links by which people can still join: active ones. */
	activeLinks(workshopId: string): Promise<LinkRow[]>;
	/** Puts a new link in the place of the role's active ones, which become `replaced`. */
	replaceLink(link: Omit<LinkRow, 'state'>): Promise<void>;
	/**
	 * Revokes every link that a role ever had, so that all who came in by them are out.
	 *
	 * @param keepMemberId a member who stays in: the one who asked
	 */
	revokeLinks(workshopId: string, role: Role, keepMemberId: string): Promise<void>;

	findWorkspace(id: string): Promise<WorkspaceRow | undefined>;
	findWorkspaceByToken(tokenHash: Uint8Array): Promise<WorkspaceRow | undefined>;
	/** Workshops of a workspace, changed last first. */
	workshopsOfWorkspace(workspaceId: string): Promise<WorkshopSummary[]>;
}

/** People: members, the devices they use and what these devices may open. */
export interface PeopleStore {
	findMember(workshopId: string, memberId: string): Promise<MemberRow | undefined>;
	/** Members of a workshop who were not removed, in order of joining. */
	listMembers(workshopId: string): Promise<MemberRow[]>;
	/** Who this device is in a workshop; also when the link was revoked or the member removed. */
	memberOfDevice(deviceHash: Uint8Array, workshopId: string): Promise<MemberRow | undefined>;
	/** Makes a member and lets the device be that member from now on, in one transaction. */
	addMember(
		member: Omit<MemberRow, 'linkState' | 'removed'>,
		deviceHash: Uint8Array
	): Promise<void>;
	updateMember(
		workshopId: string,
		memberId: string,
		change: Partial<Pick<MemberRow, 'role' | 'name' | 'partyId' | 'linkId' | 'decidedAt'>>
	): Promise<void>;
	/** Decides now that a member is out, and forgets their name; what was written stays. */
	removeMember(workshopId: string, memberId: string): Promise<void>;
	/** Workshops that a device is a member of, with its role, changed last first. */
	workshopsOfDevice(deviceHash: Uint8Array): Promise<(WorkshopSummary & { role: Role })[]>;

	/** Whether this server ever gave the device its cookie. */
	knowsDevice(deviceHash: Uint8Array): Promise<boolean>;
	grantWorkspace(deviceHash: Uint8Array, workspaceId: string): Promise<void>;
	hasWorkspace(deviceHash: Uint8Array, workspaceId: string): Promise<boolean>;
	workspacesOfDevice(deviceHash: Uint8Array): Promise<WorkspaceRow[]>;

	/**
	 * The answer that a command got before, for a command that is sent again.
	 *
	 * @param commandId made by the client, unique within the member
	 */
	commandResult(memberId: string, commandId: string): Promise<string | undefined>;
	recordCommand(memberId: string, commandId: string, result: string): Promise<void>;
}
