/** A brand that cannot be used, with everything that is wrong with it. */
export class BrandError extends Error {
  override readonly name = 'BrandError';
}
