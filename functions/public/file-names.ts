import type { Rendition } from '../store/index.ts';

/** The name of a file below the address of a share: `pdf`, `sheet`, `xlsx`. */
export function nameOf({ form, format }: Rendition): string {
  return form === 'full' ? format : form;
}
