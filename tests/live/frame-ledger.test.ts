import { expect, test } from 'vitest';
import { FrameLedger } from '#lib/live/frame-ledger.ts';

const stepOne = Uint8Array.of(0, 0, 1, 0);
const stepTwo = Uint8Array.of(0, 1, 2, 0, 0);
const update = Uint8Array.of(0, 2, 2, 0, 0);
const presence = Uint8Array.of(1, 2, 0, 0);

test('counts step 2 and updates, not questions or presence', () => {
	const ledger = new FrameLedger();
	for (const frame of [stepOne, presence, stepTwo, update, update]) ledger.frameSent(frame);
	expect(ledger.sent).toBe(3);
});

test('is not settled before step 2 has gone, because that carries what was typed offline', () => {
	const ledger = new FrameLedger();
	expect(ledger.settled).toBe(false);
	ledger.frameSent(update);
	ledger.acknowledge(1);
	expect(ledger.settled).toBe(false);
	ledger.frameSent(stepTwo);
	ledger.acknowledge(2);
	expect(ledger.settled).toBe(true);
});

test('is not settled by an acknowledgement of earlier frames', () => {
	const ledger = new FrameLedger();
	ledger.frameSent(stepTwo);
	ledger.frameSent(update);
	ledger.acknowledge(1);
	expect(ledger.settled).toBe(false);
	ledger.acknowledge(2);
	expect(ledger.settled).toBe(true);
});

test('an older count that arrives late changes nothing', () => {
	const ledger = new FrameLedger();
	ledger.frameSent(stepTwo);
	ledger.acknowledge(1);
	ledger.acknowledge(0);
	expect(ledger.settled).toBe(true);
});

test('an edit that could not be sent before step 2 travels with it', () => {
	const ledger = new FrameLedger();
	ledger.editMissed();
	ledger.frameSent(stepTwo);
	ledger.acknowledge(1);
	expect(ledger.settled).toBe(true);
});

test('an edit that could not be sent after step 2 keeps this connection unsettled', () => {
	const ledger = new FrameLedger();
	ledger.frameSent(stepTwo);
	ledger.editMissed();
	ledger.acknowledge(1);
	expect(ledger.settled).toBe(false);
});
