export { handleRequest } from './handle.ts';
export { negotiate } from './negotiate.ts';
export { Problem, shorten } from './problem.ts';
export { expiry } from './requests.ts';
export { briefingBody } from './responses.ts';
