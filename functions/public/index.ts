export { handlePublic } from './handle.ts';
