import { once } from 'node:events';
import { handleRequest } from '../../functions/api/handle.ts';
import { servicesFromEnvironment } from '../../functions/services/services-from-environment.ts';
import { event } from './call.ts';

// A process that sends a hundred requests to its own API at once when told to. It reports how often it rendered and
// what the responses were. Its environment selects the store, as in a deployed function.

const services = await servicesFromEnvironment().required();
let prints = 0;
const counting = {
  ...services,
  loadRenderer: async () => {
    const renderer = await services.loadRenderer();
    const render: typeof renderer.render = (...args) => {
      prints += 1;
      return renderer.render(...args);
    };
    return { ...renderer, render };
  },
};
await counting.loadRenderer();
process.stdout.write('READY\n');
await once(process.stdin, 'data');
const request = { method: 'POST', body: '{"edition":"2021-07","language":"be"}' };
const answers = await Promise.all(
  Array.from({ length: 100 }, () => handleRequest(event('/briefings', request), counting)),
);
process.stdout.write(`ANSWERS ${JSON.stringify({ prints, answers })}\n`);
process.exit();
