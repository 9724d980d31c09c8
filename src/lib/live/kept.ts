/** Reads what this device keeps under a name; undefined when there is nothing that can be read. */
export function readKept<Value>(name: string): Value | undefined {
	try {
		const text = localStorage.getItem(name);
		return text === null ? undefined : (JSON.parse(text) as Value);
	} catch {
		return undefined;
	}
}

/** Keeps something on this device, for comfort only: a full or closed storage keeps nothing. */
export function writeKept(name: string, value: unknown): void {
	try {
		localStorage.setItem(name, JSON.stringify(value));
	} catch {
		// Then it is not there when the page is loaded again.
	}
}
