// Sends one event to the emulator and prints the result on a line of its own. Exits with 1 when the function failed.
import { setTimeout as pause } from 'node:timers/promises';

const address = 'http://127.0.0.1:8080/2015-03-31/functions/function/invocations';

async function call(event, tries = 100) {
  try {
    return await fetch(address, { method: 'POST', body: event });
  } catch (error) {
    if (tries === 0) throw error;
    await pause(50); // the emulator does not listen yet
    return call(event, tries - 1);
  }
}

const answer = await (await call(process.argv[2])).text();
process.exitCode = 'errorType' in (JSON.parse(answer) ?? {}) ? 1 : 0;
process.stdout.write(`\n${answer}\n`);
