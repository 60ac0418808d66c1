import { wireServices } from '../../functions/api/wire.ts';
import { runMonthly } from '../../functions/monthly/run.ts';
import { openNoticeboard } from '../../functions/monthly/wire.ts';

// A process that makes the month over the store of its environment and tells the results, unless it is killed before.

const services = await wireServices()();
const results = await runMonthly(services, openNoticeboard(process.env, services.now));
process.stdout.write(`RESULTS ${JSON.stringify(results)}\n`);
process.exit();
