/** Waits until something is true; fails with the given words after the deadline. */
export async function until(
	what: () => boolean,
	because: string,
	milliseconds = 5_000
): Promise<void> {
	const deadline = performance.now() + milliseconds;
	while (!what()) {
		if (performance.now() > deadline) throw new Error(`waited in vain: ${because}`);
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
}
