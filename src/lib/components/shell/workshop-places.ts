import type { Role } from '#lib/domain/role.ts';
import type { TextKey } from '#lib/i18n/messages.ts';

/** The four steps of the method, in their order. */
export const methodSteps = ['research', 'focus', 'action', 'monitor'] as const;

export type MethodStep = (typeof methodSteps)[number];

/** A screen of a workshop, and where people find it: under a step of the method, or in the menu. */
export type WorkshopPlace = {
	/** What comes after `/w/<id>/`. */
	readonly path: string;
	readonly label: TextKey;
	readonly step: MethodStep | 'menu';
	/** The one role that it is for; everybody without it. */
	readonly only?: Role;
};

/** Every screen that a workshop has, in the order in which people meet them. */
export const workshopPlaces: readonly WorkshopPlace[] = [
	{ path: 'area', label: 'shell.place.area', step: 'research' },
	{ path: 'focus', label: 'shell.place.focus', step: 'focus' },
	{ path: 'arena', label: 'shell.place.arena', step: 'action' },
	{ path: 'critic', label: 'critic.name', step: 'action' },
	{ path: 'challenges', label: 'challenge.list', step: 'action' },
	{ path: 'premortem', label: 'premortem.name', step: 'action' },
	{ path: 'experiments', label: 'experiment.name', step: 'action' },
	{ path: 'scenarios', label: 'scenarios.name', step: 'action' },
	{ path: 'matrix', label: 'matrix.name', step: 'action' },
	{ path: 'result', label: 'result.name', step: 'action' },
	{ path: 'estimate', label: 'estimate.name', step: 'action' },
	{ path: 'host', label: 'host.name', step: 'menu', only: 'facilitator' },
	{ path: 'forecast', label: 'forecast.name', step: 'monitor' },
	{ path: 'monitor', label: 'monitor.name', step: 'monitor' },
	{ path: 'report', label: 'report.kind', step: 'menu' },
	{ path: 'agreements', label: 'agreements.name', step: 'menu' },
	{ path: 'exports', label: 'export.name', step: 'menu' },
	{ path: 'settings', label: 'live.settings', step: 'menu' }
];
