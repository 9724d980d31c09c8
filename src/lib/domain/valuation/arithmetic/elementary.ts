/**
 * Exponential, logarithm and power from + - * / and table look-ups alone.
 * Browsers and servers round Math.exp and Math.log differently in the last bit; the operations used
 * here are rounded the same everywhere (IEEE 754), so the same file gives the same bytes everywhere.
 */

const naturalLogOfTwo = 0.6931471805599453;
/** The first 32 bits of ln 2, so that a whole number times it is exact; the rest is below. */
const logOfTwoHigh = 0.6931471803691238;
const logOfTwoLow = 1.9082149292705877e-10;
const largestExponent = 709.782712893384;
const smallestExponent = -745.1332191019412;

const lowestPower = -1074;
const highestPower = 1023;
const powersOfTwo = makePowersOfTwo();

function makePowersOfTwo(): Float64Array {
	const powers = new Float64Array(highestPower - lowestPower + 1);
	let power = 1;
	for (let exponent = 0; exponent <= highestPower; exponent += 1, power *= 2)
		powers[exponent - lowestPower] = power;
	power = 1;
	for (let exponent = 0; exponent >= lowestPower; exponent -= 1, power /= 2)
		powers[exponent - lowestPower] = power;
	return powers;
}

/**
 * Raises e to a power, within 1 unit in the last place.
 * Writes x as k ln 2 + r with |r| at most half of ln 2, and multiplies the Taylor series in r, up to
 * its 13th power, by 2^k.
 * Source: J.-M. Muller, Elementary Functions (3rd ed., 2016), chapters 5 and 11.
 * Example: exponential(10) = 22026.465794806718.
 */
export function exponential(x: number): number {
	if (x > largestExponent) return Infinity;
	if (x < smallestExponent) return 0;
	if (x !== x) return x;
	const k = Math.floor(x / naturalLogOfTwo + 0.5);
	const r = x - k * logOfTwoHigh - k * logOfTwoLow;
	const far = 1 / 3628800 + r * (1 / 39916800 + r * (1 / 479001600 + r * (1 / 6227020800)));
	const middle = 1 / 720 + r * (1 / 5040 + r * (1 / 40320 + r * (1 / 362880 + r * far)));
	const near = 1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r * middle)));
	return scaleByPowerOfTwo(1 + (r + r * r * near), k);
}

/** Two steps where 2^k itself is out of reach, so that results near both ends stay right. */
function scaleByPowerOfTwo(value: number, k: number): number {
	const exponent = k > highestPower ? highestPower : k < -1000 ? -1000 : k;
	const scaled = value * (powersOfTwo[exponent - lowestPower] as number);
	return exponent === k ? scaled : scaled * (powersOfTwo[k - exponent - lowestPower] as number);
}

const bits = new DataView(new ArrayBuffer(8));
const squareRootOfTwo = 1.4142135623730951;

/**
 * Gives the natural logarithm, within 2 units in the last place; NaN below 0.
 * Writes x as m 2^e with m between the roots of 1/2 and 2, and uses
 * ln m = 2 (s + s^3/3 + s^5/5 + ...) with s = (m - 1)/(m + 1).
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, formula 4.1.27.
 */
export function naturalLogarithm(x: number): number {
	if (!(x > 0)) return x === 0 ? -Infinity : NaN;
	if (x === Infinity) return x;
	const subnormal = x < 2.2250738585072014e-308;
	bits.setFloat64(0, subnormal ? x * 18014398509481984 : x);
	const high = bits.getInt32(0);
	let exponent = (high >> 20) - 1023 - (subnormal ? 54 : 0);
	bits.setInt32(0, (high & 0xfffff) | 0x3ff00000);
	let m = bits.getFloat64(0);
	if (m > squareRootOfTwo) {
		m /= 2;
		exponent += 1;
	}
	const s = (m - 1) / (m + 1);
	const tail = exponent * logOfTwoLow + 2 * s * oddSeries(s * s);
	return exponent * logOfTwoHigh + (2 * s + tail);
}

/** The series q/3 + q^2/5 + q^3/7 + ... up to q^11/23. */
function oddSeries(q: number): number {
	const far = 1 / 15 + q * (1 / 17 + q * (1 / 19 + q * (1 / 21 + q * (1 / 23))));
	const near = 1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13 + q * far))));
	return q * (1 / 3 + q * near);
}

/**
 * Raises a base to an exponent; NaN for a negative base with a broken exponent.
 * Whole exponents up to 1,024 by repeated squaring, others as exp(exponent ln base), which loses about
 * |exponent ln base| units in the last place.
 */
export function power(base: number, exponent: number): number {
	if (exponent === Math.floor(exponent) && Math.abs(exponent) <= 1024) {
		return exponent < 0 ? 1 / wholePower(base, -exponent) : wholePower(base, exponent);
	}
	if (base < 0) return negativePower(base, exponent);
	return exponential(exponent * naturalLogarithm(base));
}

function wholePower(base: number, exponent: number): number {
	let result = 1;
	for (let square = base, rest = exponent; rest > 0; rest >>= 1, square *= square)
		if (rest & 1) result *= square;
	return result;
}

function negativePower(base: number, exponent: number): number {
	if (exponent !== Math.floor(exponent)) return NaN;
	const size = exponential(exponent * naturalLogarithm(-base));
	return exponent % 2 === 0 ? size : -size;
}
