import type { Page } from './pages.ts';

/** A page as an answer. */
export function sendPage(statusCode: number, { html, policy }: Page) {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy };
  return { statusCode, headers, body: html };
}

/** A text of another type as an answer. */
export function sendText(type: string, body: string) {
  return { statusCode: 200, headers: { 'content-type': type }, body };
}
