export type { Log, Services } from './services.ts';
export { type ServiceSource, servicesFromEnvironment } from './services-from-environment.ts';
