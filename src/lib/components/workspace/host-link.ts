/** Takes the secret of a workspace out of the address, so that it is not on screen or in history. */
export function takeHostToken(): string | undefined {
	const token = location.hash.replace(/^#/, '');
	if (!token) return undefined;
	history.replaceState(history.state, '', location.pathname);
	return token;
}
