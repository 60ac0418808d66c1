const { PATH, TMPDIR, NODE_COMPILE_CACHE } = process.env;

/**
 * What a process that a test starts is given of our environment: where programs are, the temporary folder of the tests,
 * and what Node compiled before. Nothing else of this machine reaches it.
 */
export const childEnvironment: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ PATH, TMPDIR, NODE_COMPILE_CACHE }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
);
