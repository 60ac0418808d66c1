// Calls the handler of a bundle, whose path is the first argument, for every event that it receives. In plain
// JavaScript: to read TypeScript, Node would load more than the bundle needs.

let written = '';
process.stdout.write = (text) => {
  written += text;
  return true;
};

const { handler } = await import(process.argv[2]);

const answers = {
  /** Calls the handler once. */
  async call({ event }) {
    written = '';
    const cpu = process.cpuUsage();
    const begun = performance.now();
    const { statusCode = 200 } = await handler(event, {});
    const milliseconds = performance.now() - begun;
    const { user, system } = process.cpuUsage(cpu);
    return {
      status: statusCode,
      milliseconds,
      cpuMilliseconds: (user + system) / 1000,
      log: written,
      residentBytes: process.memoryUsage.rss(),
    };
  },
  /** Calls the handler for many events, all at once or in sequence. */
  async callMany({ events, atOnce }) {
    const begun = performance.now();
    const results = [];
    if (atOnce) results.push(...(await Promise.all(events.map((event) => handler(event, {})))));
    else for (const event of events) results.push(await handler(event, {}));
    return {
      statuses: results.map(({ statusCode }) => statusCode),
      milliseconds: performance.now() - begun,
      peakBytes: process.resourceUsage().maxRSS * 1024,
    };
  },
};

process.on('message', async ({ name, question }) => {
  try {
    process.send({ answer: await answers[name](question) });
  } catch (error) {
    process.send({ failure: String(error?.stack ?? error) });
  }
});
process.on('disconnect', () => process.exit());
