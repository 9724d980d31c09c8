/** Makes a file name of a title, without what a file system refuses. */
export function fileName(title: string, ending: string): string {
	const name = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
	return `${name || 'tegenwicht'}.${ending}`;
}

/** Offers something to be saved as a file on this device. */
export function saveBlob(blob: Blob, name: string): void {
	const address = URL.createObjectURL(blob);
	const link = document.createElement('a');
	link.href = address;
	link.download = name;
	link.click();
	URL.revokeObjectURL(address);
}
