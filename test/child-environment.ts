const { PATH, TMPDIR, NODE_COMPILE_CACHE } = process.env;

/**
 * The environment of processes that tests start: the path of programs, the temporary folder of the tests, and Node's
 * compile cache. Nothing else of this machine's environment reaches them.
 */
export const childEnvironment: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ PATH, TMPDIR, NODE_COMPILE_CACHE }).flatMap(([name, value]) => (value ? [[name, value]] : [])),
);
