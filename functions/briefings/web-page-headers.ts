import { mediaTypes } from '../store/index.ts';

/**
 * The headers with which the web page of a briefing is sent. It may show the styles, typefaces and pictures that it
 * holds and nothing else, runs nothing, tells no address to others, and only a page of the same server may frame it.
 */
export const webPageHeaders = {
  'content-type': mediaTypes.html,
  'content-security-policy': [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join('; '),
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;
