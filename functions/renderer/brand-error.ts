/** A brand that cannot be used. The message lists everything that is wrong with it. */
export class BrandError extends Error {
  override readonly name = 'BrandError';
}
