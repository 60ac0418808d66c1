// Answers one event with the handler of a bundle and ends: what a cold start is. Arguments: the entry of the bundle, the
// event. Its last line says what came of it.

const [, , entry, event] = process.argv;
const { handler } = await import(entry);
const result = await handler(JSON.parse(event), {});
const facts = { status: result.statusCode ?? 200, residentBytes: process.memoryUsage.rss() };
process.stdout.write(`ANSWER ${JSON.stringify(facts)}\n`, () => process.exit());
