export { type BrandCode, BrandError, type BrandProblem, brandSentences, type FieldForm } from './brand-error.ts';
export { figuresOf } from './figures-json.ts';
export { type MessagesCode, MessagesError, type MessagesProblem, messagesSentences } from './messages-error.ts';
export { createRenderer } from './renderer.ts';
