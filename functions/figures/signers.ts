/** Who signs documents with Russian partners, in the order in which texts name them. */
export const signers = ['local', 'executive', 'council'] as const;
