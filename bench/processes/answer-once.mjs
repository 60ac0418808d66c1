// Answers one event with the handler of a bundle and ends, to measure a cold start. Arguments: the entry file of the
// bundle, the event. The last line of its output is the result.

const [, , entry, event] = process.argv;
const { handler } = await import(entry);
const result = await handler(JSON.parse(event), {});
const facts = { status: result.statusCode ?? 200, residentBytes: process.memoryUsage.rss() };
process.stdout.write(`ANSWER ${JSON.stringify(facts)}\n`, () => process.exit());
