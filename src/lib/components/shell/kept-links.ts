import type { FileProblem } from './request.ts';
import { isRole, type Role } from '#lib/domain/role.ts';

/**
 * The links of a workshop, kept on the device of whoever made them.
 *
 * The server keeps only a hash of each link, so it cannot show one again; another device makes a
 * new link instead, after which the old one no longer works.
 */
export type KeptLinks = Partial<Record<Role | 'workspace', string>>;

/** What the server gives once, when a workshop is made; the links are paths on this site. */
export type CreatedWorkshop = {
	readonly id: string;
	readonly links: Readonly<Record<Role, string>> & { readonly workspace: string | null };
	readonly code: string;
	readonly warnings: readonly FileProblem[];
};

function nameFor(workshopId: string): string {
	return `tegenwicht.links.${workshopId}`;
}

/** Reads the links of a workshop that this device knows. */
export function keptLinks(workshopId: string): KeptLinks {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(nameFor(workshopId)) ?? '{}');
		return Object.fromEntries(
			Object.entries(kept as object).filter(
				([role, link]) => (isRole(role) || role === 'workspace') && typeof link === 'string'
			)
		);
	} catch {
		return {};
	}
}

/** Adds links to what this device knows of a workshop; null forgets one. */
export function keepLinks(
	workshopId: string,
	links: Partial<Record<Role | 'workspace', string | null>>
): void {
	const known = { ...keptLinks(workshopId), ...links };
	const left = Object.entries(known).filter(([, link]) => link);
	try {
		localStorage.setItem(nameFor(workshopId), JSON.stringify(Object.fromEntries(left)));
	} catch {
		// A full or closed storage costs the comfort of showing a link again, not the link itself.
	}
}

/** Makes the address that people can open of a path on this site. */
export function fullAddress(link: string): string {
	return new URL(link, location.origin).href;
}
