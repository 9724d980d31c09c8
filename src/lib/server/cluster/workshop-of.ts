/** Addresses that name a workshop which only its owner can answer for. */
const named = /^\/(?:sync|api\/workshops)\/([A-Za-z0-9_-]{1,64})(?:[/?]|$)/;

/** The workshop that a request is about by its address; undefined when it names none. */
export function workshopOf(url: string | undefined): string | undefined {
	return named.exec(url ?? '')?.[1];
}
