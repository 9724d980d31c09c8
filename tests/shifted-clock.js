/**
 * Makes a program of a test believe that it was started at CLOCK_AT; from there its clock runs on.
 * Loaded before the program with `--import`: the program itself has no way to set its clock.
 */
const RealDate = Date;
const shift = RealDate.parse(process.env.CLOCK_AT ?? '') - RealDate.now();
if (Number.isNaN(shift)) throw new Error('CLOCK_AT must be a moment such as 2028-10-10T09:00:00Z.');

globalThis.Date = new Proxy(RealDate, {
	construct: (_, given) =>
		given.length === 0 ? new RealDate(RealDate.now() + shift) : Reflect.construct(RealDate, given),
	apply: () => new RealDate(RealDate.now() + shift).toString(),
	get: (target, name) =>
		name === 'now' ? () => target.now() + shift : Reflect.get(target, name, target)
});
