/** Waits until something is true; fails with the given words after the deadline. */
export async function until(
	what: () => boolean | Promise<boolean>,
	because: string,
	milliseconds = 5_000
): Promise<void> {
	const deadline = performance.now() + milliseconds;
	while (!(await what())) {
		if (performance.now() > deadline) throw new Error(`waited in vain: ${because}`);
		await new Promise((done) => setTimeout(done, 2));
	}
}
