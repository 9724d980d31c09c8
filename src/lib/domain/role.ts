/** What somebody in a workshop is there for; it decides what they may change. */
export const roles = ['facilitator', 'participant', 'critic', 'observer'] as const;

export type Role = (typeof roles)[number];

/** Tells whether a value from outside is one of the four roles. */
export function isRole(value: unknown): value is Role {
	return roles.some((role) => role === value);
}
