/** Names that JavaScript objects already have; as keys of a shared map they are asking for accidents. */
const reserved = ['__proto__', 'constructor', 'prototype'];

/** What every key of a shared map looks like; it is never one of the reserved names. */
const keyPattern = /^[A-Za-z0-9_-]{1,64}$/;

/** Tells whether a text may be a key of a shared map. */
export function isKey(key: unknown): key is string {
	return typeof key === 'string' && keyPattern.test(key) && !reserved.includes(key);
}

/**
 * Gives the key under which an id, input name or period is kept.
 * It is the same text, except for a reserved name, which gets a hyphen in front:
 * no id or input name begins with one, so nothing else can have that key.
 */
export function keyOf(name: string): string {
	return reserved.includes(name) ? `-${name}` : name;
}

/** Gives the id, input name or period that a key stands for; the inverse of keyOf. */
export function nameOf(key: string): string {
	return key.startsWith('-') && reserved.includes(key.slice(1)) ? key.slice(1) : key;
}
