/** Offers a text to be saved as a file on this device. */
export function saveAsFile(text: string, title: string): void {
	const name = title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60) || 'werksessie';
	const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
	const link = document.createElement('a');
	link.href = address;
	link.download = `${name}.json`;
	link.click();
	URL.revokeObjectURL(address);
}
