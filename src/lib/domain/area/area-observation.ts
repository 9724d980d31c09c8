/** What is known about a value: a missing number is never a 0, so why it is missing is kept. */
export const observationStatuses = [
	'ok',
	'missing',
	'suppressed',
	'not-published',
	'provisional'
] as const;

export type ObservationStatus = (typeof observationStatuses)[number];

/** Whose figures and which edition: figures of two versions are never put on one line. */
export type DatasetVersion = string;

/** One value of one indicator in one area and period, with where it comes from. */
export type AreaObservation = {
	/** See area-code.ts. */
	readonly area: string;
	/** `YYYY`, `YYYY-Qn` or `YYYY-MM`. */
	readonly period: string;
	/** Lower case, unique within a dataset: `lbm.deviation`, `overlastmeldingen`. */
	readonly indicator: string;
	/** Null exactly when the status is missing, suppressed or not-published. */
	readonly value: number | null;
	readonly status: ObservationStatus;
	/** Such as `leefbaarometer-3.0`, `cbs-kerncijfers` or `own`. */
	readonly version: DatasetVersion;
};

/** An area by its code, with its name as the source wrote it and perhaps its outline. */
export type KnownArea = {
	readonly code: string;
	readonly name: string;
	/** GeoJSON geometry in degrees (WGS 84); absent when the source has none. */
	readonly geometry?: AreaGeometry;
};

export type AreaGeometry = {
	readonly type: 'Polygon' | 'MultiPolygon';
	readonly coordinates: readonly unknown[];
};

/** How a figure is called and counted: as the source wrote it. */
export type ObservedIndicator = {
	readonly key: string;
	readonly name: string;
	readonly unit: string;
};
