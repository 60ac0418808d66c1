export { htmlBody, plainBody } from './bodies.ts';
export { type Attachment, type Message, mimeMessage } from './mime.ts';
export { isAddress, type Reader, readersOf } from './readers.ts';
export { hasUnsubscribed, unsubscribe } from './unsubscribed.ts';
