import { beforeEach, describe, expect, it } from 'vitest';
import { fullAddress, keepLinks, keptLinks } from '#lib/components/shell/kept-links.ts';

beforeEach(() => localStorage.clear());

describe('the links that a device keeps', () => {
	it('are those of one workshop', () => {
		keepLinks('one', { participant: '/join#a' });
		keepLinks('two', { participant: '/join#b' });
		expect(keptLinks('one')).toEqual({ participant: '/join#a' });
	});

	it('are replaced one by one, and forgotten when they no longer work', () => {
		keepLinks('one', { participant: '/join#a', critic: '/join#c', workspace: null });
		keepLinks('one', { participant: '/join#b', critic: null });
		expect(keptLinks('one')).toEqual({ participant: '/join#b' });
	});

	it('are none when the storage holds something else', () => {
		localStorage.setItem('tegenwicht.links.one', '{"participant":3,"other":"x"}');
		expect(keptLinks('one')).toEqual({});
		localStorage.setItem('tegenwicht.links.one', 'nonsense');
		expect(keptLinks('one')).toEqual({});
	});

	it('become addresses on this site', () => {
		expect(fullAddress('/join#a')).toBe(`${location.origin}/join#a`);
	});
});
