/** Makes a file name of a title, without what a file system refuses. */
export function fileName(title: string, ending: string): string {
	const name = title
		.replaceAll(/[^\p{L}\p{N}]+/gu, '-')
		.replaceAll(/^-|-$/g, '')
		.slice(0, 60);
	return `${name || 'tegenwicht'}.${ending}`;
}

type Made = Blob | Promise<Blob>;

/** Offers files to be saved on this device: the one way in which a screen gives somebody a file. */
export class FileSaver {
	#failed = $state(false);
	#busy = $state(false);

	/** The last file could not be made, for instance because its writer could not be fetched. */
	get failed(): boolean {
		return this.#failed;
	}

	get busy(): boolean {
		return this.#busy;
	}

	/** Makes a file and offers it; a failure is kept until the next try, so that a screen can say it. */
	async save(name: string, make: () => Made): Promise<void> {
		this.#busy = true;
		this.#failed = false;
		try {
			offer(await make(), name);
		} catch (error) {
			console.error(error);
			this.#failed = true;
		} finally {
			this.#busy = false;
		}
	}
}

function offer(blob: Blob, name: string): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	URL.revokeObjectURL(address);
}

/** A table for a spreadsheet. */
export function csvBlob(text: string): Blob {
	return new Blob([text], { type: 'text/csv;charset=utf-8' });
}

/** Data for other programs. */
export function jsonBlob(text: string): Blob {
	return new Blob([text], { type: 'application/json' });
}
