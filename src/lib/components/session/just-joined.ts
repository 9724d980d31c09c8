/**
 * Remembers in this tab that somebody has just joined, so that they get a summary when the session
 * was under way already. Only a mark: no name and nothing that was said.
 */
function nameFor(workshopId: string): string {
	return `tegenwicht.joined.${workshopId}`;
}

export function markJoined(workshopId: string): void {
	try {
		sessionStorage.setItem(nameFor(workshopId), '1');
	} catch {
		// Without storage there is no summary; the step itself is on the screen all the same.
	}
}

export function hasJustJoined(workshopId: string): boolean {
	try {
		return sessionStorage.getItem(nameFor(workshopId)) !== null;
	} catch {
		return false;
	}
}

export function forgetJoined(workshopId: string): void {
	try {
		sessionStorage.removeItem(nameFor(workshopId));
	} catch {
		// Nothing was kept.
	}
}
