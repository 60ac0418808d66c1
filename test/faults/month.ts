import { openNotificationTarget } from '../../functions/monthly/notification-target.ts';
import { runMonthly } from '../../functions/monthly/run.ts';
import { servicesFromEnvironment } from '../../functions/services/services-from-environment.ts';

// A process that makes the month in the store of its environment and prints the results, unless it is killed before.

const services = await servicesFromEnvironment().required();
const results = await runMonthly(services, openNotificationTarget(process.env));
process.stdout.write(`RESULTS ${JSON.stringify(results)}\n`);
process.exit();
