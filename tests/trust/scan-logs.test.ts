import { describe, expect, test } from 'vitest';
import { createLog } from '#lib/server/log.ts';
import { newToken } from '#lib/server/access/tokens.ts';
import { forbidden, foundIn } from './log-words.ts';

const rules = forbidden();

describe('looking through logs', () => {
	test('knows the names and the texts that the tests use', () => {
		expect(rules.words).toContain('Wilhelmina');
		expect(rules.words).toContain('Is dit ooit gemeten?');
		expect(rules.words.length).toBeGreaterThan(200);
	});

	test.each([
		['a name', '{"level":30,"msg":"Wilhelmina came in"}'],
		['a text of a card', '{"level":50,"err":{"message":"Is dit ooit gemeten?"}}'],
		['a token', `{"level":30,"token":"${newToken((size) => Buffer.alloc(size, 'Ab7-x'))}"}`],
		['a cookie', '{"level":30,"cookie":"tegenwicht=x"}'],
		['the end of a link', '{"level":30,"path":"/join#abc"}'],
		['a query string', '{"level":30,"path":"/api/mine?secret=1"}'],
		['a whole address', '{"level":40,"client":"10.0.3.7"}']
	])('finds %s', (_, line) => {
		expect(foundIn(`{"level":30,"msg":"fine"}\n${line}\n`, rules)).toEqual([
			expect.stringContaining(line)
		]);
	});

	test('finds nothing in what the program logs of itself', () => {
		const line =
			'{"level":40,"time":1785499200000,"route":"POST /api/workshops/[id]/commands","client":"10.0.3.x","msg":"a client tried too often"}';
		expect(foundIn(line, rules)).toEqual([]);
		expect(createLog('silent').level).toBe('silent');
	});
});
