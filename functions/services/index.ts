export type { Log, Services } from './services.ts';
export { type Begin, type ServiceSource, servicesFromEnvironment } from './services-from-environment.ts';
