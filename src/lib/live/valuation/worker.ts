import type { Question } from './messages.ts';
import { Valuer } from './valuer.ts';

// The entry of the Worker: what it hears comes from the page that started it.
const valuer = new Valuer((answer) => postMessage(answer));
addEventListener('message', ({ data }: MessageEvent<Question>) => void valuer.hear(data));
