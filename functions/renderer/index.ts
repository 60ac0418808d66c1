export { BrandError } from './brand-error.ts';
export { figuresOf } from './figures-json.ts';
export { MessagesError } from './messages-error.ts';
export { createRenderer } from './renderer.ts';
