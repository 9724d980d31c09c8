type TraceEvent = {
	readonly name: string;
	readonly ph: string;
	readonly pid: number;
	readonly tid: number;
	readonly dur?: number;
	readonly tdur?: number;
	readonly args: { readonly name?: string };
};

/** A task of the main thread of a page, in milliseconds. */
export type Task = {
	readonly clock: number;
	/** What counts on a machine that does other things as well. */
	readonly processor: number;
};

/** Gives the tasks of the main thread of the page that worked most, out of a trace of the browser. */
export function tasksOf(trace: Buffer): Task[] {
	const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
	const threads = traceEvents.filter(
		({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain'
	);
	const perThread = threads.map(({ pid, tid }) =>
		traceEvents
			.filter((one) => one.pid === pid && one.tid === tid && one.name.endsWith('RunTask'))
			.map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, processor: tdur / 1000 }))
	);
	const work = (tasks: readonly { processor: number }[]) =>
		tasks.reduce((sum, { processor }) => sum + processor, 0);
	return perThread.toSorted((one, other) => work(other) - work(one))[0] ?? [];
}
