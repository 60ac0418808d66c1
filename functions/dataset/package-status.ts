/** What a package may say of itself that keeps it from being taken for published facts. */
export const statuses = ['specimen', 'draft'] as const;
/** `specimen` for made-up figures, `draft` for what is not published yet: every page of an edition says so. */
export type PackageStatus = (typeof statuses)[number];
