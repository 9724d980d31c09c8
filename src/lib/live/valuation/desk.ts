import type { Answer, Question } from './messages.ts';

/** The place where questions are asked; answers come later, one by one. */
export type Desk = { readonly ask: (question: Question) => void; readonly close: () => void };

/** Starts the valuer in a Worker, or in this page where there are no Workers. */
export function openDesk(hear: (answer: Answer) => void): Desk {
	return typeof Worker === 'undefined' ? deskInPage(hear) : deskInWorker(hear);
}

function deskInWorker(hear: (answer: Answer) => void): Desk {
	const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
	worker.onmessage = ({ data }: MessageEvent<Answer>) => hear(data);
	worker.onmessageerror = () => hear({ told: 'failed', reason: 'An answer cannot be read.' });
	worker.onerror = ({ message }) => hear({ told: 'failed', reason: message });
	return { ask: (question) => worker.postMessage(question), close: () => worker.terminate() };
}

function deskInPage(hear: (answer: Answer) => void): Desk {
	let open = true;
	const valuer = import('./valuer.ts').then(
		({ Valuer }) => new Valuer((answer) => open && hear(answer))
	);
	const failed = (error: unknown) => hear({ told: 'failed', reason: String(error) });
	return {
		ask: (question) =>
			void valuer.then((one) => (open ? one.hear(question) : undefined)).catch(failed),
		close: () => (open = false)
	};
}
