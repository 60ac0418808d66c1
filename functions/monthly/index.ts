export { openMailTarget } from './mail-target.ts';
export { type MailResult, type MailTarget, sendMails } from './mails.ts';
