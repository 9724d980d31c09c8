import { removeMember } from './remove-member.ts';
import { revokeLink } from './revoke-link.ts';
import { rotateLink } from './rotate-link.ts';
import { setLobby } from './set-lobby.ts';
import { setProfile } from './set-profile.ts';
import { setRole } from './set-role.ts';
import type { Command } from './command.ts';

/** Every command that there is, by its type. */
export const commands: ReadonlyMap<string, Command> = new Map(
	[setLobby, rotateLink, revokeLink, setRole, removeMember, setProfile].map((command) => [
		command.type,
		command
	])
);
