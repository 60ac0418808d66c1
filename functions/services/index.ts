export type { Log, Services } from './services.ts';
export { openObjects, servicesFromEnvironment } from './services-from-environment.ts';
