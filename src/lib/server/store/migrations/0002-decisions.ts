/**
 * When a facilitator last removed a member or set their role: links that are older don't undo it.
 * For who was removed before this was kept, that holds for every link there is now.
 */
export const decisions = `
	ALTER TABLE members ADD COLUMN decided_at INTEGER;
	UPDATE members SET decided_at =
		(SELECT max(created_at) FROM links WHERE links.workshop_id = members.workshop_id)
		WHERE removed = 1;
`;
