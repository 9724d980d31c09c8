import { calendarOf } from '#lib/exporters/calendar.ts';
import { memberEndpoint } from '#lib/server/endpoint.ts';
import { exportFile } from '#lib/server/workshops/documents.ts';

/** The dates to look back as a calendar file, with the figures and who looks. */
export const GET = memberEndpoint(async ({ app, member }) => {
	const { file } = await exportFile(app.hub, member.workshopId);
	const names = new Map(file.indicators.map(({ id, name }) => [id, name]));
	const days = file.scenarios.flatMap((scenario) =>
		scenario.reviews.map(({ date, owner, indicatorIds }) => ({
			id: `${member.workshopId}-${scenario.id}-${date}@tegenwicht`,
			date,
			title: `${file.workshop.title}: ${scenario.title}`,
			text: [...indicatorIds.map((id) => names.get(id) ?? id), owner].filter(Boolean).join('\n')
		}))
	);
	return new Response(calendarOf(days, new Date(app.now()).toISOString()), {
		headers: {
			'content-type': 'text/calendar; charset=utf-8',
			'content-disposition': 'attachment; filename="reviews.ics"',
			'cache-control': 'no-store'
		}
	});
});
