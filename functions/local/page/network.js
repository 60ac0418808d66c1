/** The server could not be reached, or went away in the middle of its answer. */
export class Unreachable extends Error {}

/** What a promise of the network gives. Throws {@link Unreachable} where the browser says that the network failed. */
export async function reach(promise) {
  try {
    return await promise;
  } catch (cause) {
    throw cause instanceof TypeError ? new Unreachable(cause.message, { cause }) : cause;
  }
}

/** An answer of the server as JSON. Throws {@link Unreachable}, or what the server says against it. */
export async function ask(address) {
  const response = await reach(fetch(address));
  const answer = await reach(response.json());
  if (!response.ok) throw new Error(answer.detail ?? `${address}: ${response.status}`);
  return answer;
}
