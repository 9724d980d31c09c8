import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SmallServer } from '../../live/small-server.ts';
import { drawn, openArena, startDemo, type OpenArena } from './workshop.ts';

let server: SmallServer;
let anna: OpenArena;

beforeEach(async () => {
	server = await startDemo();
	anna = await openArena(server);
});

afterEach(async () => {
	await anna.close();
	await server.stop();
});

/** Drags one card to another; here every card is at height 0, so `y` chooses its upper or lower half. */
async function drag(from: string, to: string, y: number): Promise<boolean> {
	const fire = (place: string, name: string) =>
		anna
			.card(place)
			.dispatchEvent(new MouseEvent(name, { bubbles: true, cancelable: true, clientY: y }));
	fire(from, 'dragstart');
	const taken = !fire(to, 'dragover');
	if (taken) fire(to, 'drop');
	fire(from, 'dragend');
	await drawn();
	return taken;
}

test('a card is dragged before or after another one of its column', async () => {
	const [first = '', second = '', third = ''] = anna.places('doen');
	await drag(third, first, -1);
	expect(anna.places('doen').slice(0, 3)).toEqual([third, first, second]);
	await drag(third, second, 1);
	expect(anna.places('doen').slice(0, 3)).toEqual([first, second, third]);
	anna.session.undo();
	await drawn();
	expect(anna.places('doen')[0]).toBe(third);
});

test('an effect is dragged onto the measure that brings it', async () => {
	const [effect = ''] = anna.places('verandert');
	const measure = anna.places('doen').at(-1) ?? '';
	await drag(effect, measure, 1);
	const id = effect.replace('effect:', '');
	expect(anna.session.content.effects.find((one) => one.id === id)?.measureIds).toEqual([
		measure.replace('measure:', '')
	]);
});

test('a card cannot be dropped where it does not belong', async () => {
	const [measure = ''] = anna.places('doen');
	const [effect = ''] = anna.places('verandert');
	const before = anna.session.content;
	expect(await drag(measure, effect, 1)).toBe(false);
	expect(anna.session.content).toBe(before);
});

test('who only reads drags nothing', async () => {
	await anna.close();
	anna = await openArena(server, 'observer');
	const [measure = ''] = anna.places('doen');
	expect(anna.card(measure).draggable).toBe(false);
});
