import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FileSaver, fileName } from '#lib/components/ui/file-saver.svelte.ts';

const saved: string[] = [];

beforeEach(() => {
	// jsdom has no files to offer: what would be offered is noted.
	URL.createObjectURL = () => 'blob:made';
	URL.revokeObjectURL = () => undefined;
	vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
		this: HTMLAnchorElement
	) {
		saved.push(this.download);
	});
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(() => {
	saved.length = 0;
	vi.restoreAllMocks();
});

test('a file that cannot be made is known to have failed, until one is made', async () => {
	const saver = new FileSaver();
	await saver.save('report.docx', () => Promise.reject(new Error('no writer')));
	expect(saver.failed).toBe(true);
	expect(saver.busy).toBe(false);
	expect(saved).toEqual([]);
	await saver.save('report.docx', () => new Blob(['words']));
	expect(saver.failed).toBe(false);
	expect(saved).toEqual(['report.docx']);
});

test('a file name has letters and digits only, and is never empty', () => {
	expect(fileName('Wat doen we in Molenwijk?', 'csv')).toBe('Wat-doen-we-in-Molenwijk.csv');
	expect(fileName('???', 'csv')).toBe('tegenwicht.csv');
});
