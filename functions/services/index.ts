export type { Log, Services } from './services.ts';
export { openObjects, type ServiceSource, servicesFromEnvironment } from './services-from-environment.ts';
