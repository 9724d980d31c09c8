import type { Flow, FlowPart, Flows } from './flows.ts';

/** Pixels: the widest flow, and the thinnest line, which is also that of an unknown size. */
const widest = 44;
const thinnest = 1.25;

/** A band between the plan in the middle and a party at the side. */
export type Band = {
	readonly texture: FlowPart['texture'] | 'unknown';
	/** The outline of the band; for an unknown size or next to nothing, a line. */
	readonly path: string;
	readonly isLine: boolean;
};

/** Where the flows of one side end: heights in pixels, and from where to where across. */
export type Side = {
	readonly flows: readonly Flow[];
	readonly middles: readonly number[];
	readonly fromX: number;
	readonly toX: number;
};

/** Gives pixels per euro, the same for both sides, so that what goes in and comes out can be compared. */
export function flowScale({ pays, receives }: Flows): number {
	const largest = Math.max(0, ...[...pays, ...receives].map(grossOf));
	return largest > 0 ? widest / largest : 0;
}

/** Gives the pixels that a flow takes. */
export function thicknessOf(flow: Flow, scale: number): number {
	return Math.max(thinnest, grossOf(flow) * scale);
}

/** Adds up the pixels of flows. */
export function heightOf(flows: readonly Flow[], scale: number): number {
	return flows.reduce((sum, flow) => sum + thicknessOf(flow, scale), 0);
}

function grossOf({ parts }: Flow): number {
	return parts.reduce((sum, { euros }) => sum + euros, 0);
}

/** Draws the bands of one side: beside each other at the plan, each party's at its own place. */
export function bandsOf(
	{ flows, middles, fromX, toX }: Side,
	scale: number,
	middle: number
): Band[] {
	let atPlan = middle - heightOf(flows, scale) / 2;
	return flows.flatMap((flow, place): Band[] => {
		const thickness = thicknessOf(flow, scale);
		const start = { plan: atPlan, party: (middles[place] ?? middle) - thickness / 2 };
		atPlan += thickness;
		const ends = (offset: number) => ({ from: start.plan + offset, to: start.party + offset });
		if (grossOf(flow) * scale <= thinnest)
			return [
				{
					texture: flow.parts[0]?.texture ?? 'unknown',
					path: curve(ends(thickness / 2), { fromX, toX }),
					isLine: true
				}
			];
		let offset = 0;
		return flow.parts.map(({ texture, euros }) => {
			const [upper, lower] = [ends(offset), ends((offset += euros * scale))];
			return { texture, path: band(upper, lower, { fromX, toX }), isLine: false };
		});
	});
}

type Ends = { readonly from: number; readonly to: number };
type Across = { readonly fromX: number; readonly toX: number };

function curve({ from, to }: Ends, { fromX, toX }: Across): string {
	const half = rounded((fromX + toX) / 2);
	return `M${rounded(fromX)} ${rounded(from)}C${half} ${rounded(from)} ${half} ${rounded(to)} ${rounded(toX)} ${rounded(to)}`;
}

function band(upper: Ends, lower: Ends, across: Across): string {
	const back = curve({ from: lower.to, to: lower.from }, { fromX: across.toX, toX: across.fromX });
	return `${curve(upper, across)}L${back.slice(1)}Z`;
}

function rounded(pixels: number): number {
	return Math.round(pixels * 100) / 100;
}
