import { servicesFromEnvironment } from '../services/index.ts';
import { answering } from './answering.ts';

/** Lambda entry point of the HTTP API. */
export const handler = answering(servicesFromEnvironment());
