import { wireServices } from '../../functions/api/wire.ts';
import { runMonthly } from '../../functions/monthly/run.ts';

// A process that makes the month over the store of its environment and tells the results, unless it is killed before.

const results = await runMonthly(await wireServices()());
process.stdout.write(`RESULTS ${JSON.stringify(results)}\n`);
process.exit();
