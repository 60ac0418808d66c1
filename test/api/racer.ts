import { once } from 'node:events';
import { handleRequest } from '../../functions/api/handle.ts';
import { wireServices } from '../../functions/api/wire.ts';
import { event } from './call.ts';

// A process that asks its API a hundred times at once when it is told to, and tells how often it printed and what was
// answered. Its store is the one that its environment names, as in a deployed function.

const services = await wireServices()();
let prints = 0;
const counting = {
  ...services,
  openPress: async () => {
    const press = await services.openPress();
    const print: typeof press.print = (...args) => {
      prints += 1;
      return press.print(...args);
    };
    return { ...press, print };
  },
};
await counting.openPress();
process.stdout.write('READY\n');
await once(process.stdin, 'data');
const request = { method: 'POST', body: '{"edition":"2021-07","language":"be"}' };
const answers = await Promise.all(
  Array.from({ length: 100 }, () => handleRequest(event('/briefings', request), counting)),
);
process.stdout.write(`ANSWERS ${JSON.stringify({ prints, answers })}\n`);
process.exit();
