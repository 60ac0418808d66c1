export { handleRequest } from './handle.ts';
export { Problem, shorten } from './problem.ts';
export { expiry } from './requests.ts';
export { briefingBody, fileNameOf } from './responses.ts';
