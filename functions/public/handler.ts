import { shareWording } from '#share-wording';
import { servicesFromEnvironment } from '../services/index.ts';
import { answering } from './answering.ts';

/** Lambda entry point of the public routes. */
export const handler = answering(servicesFromEnvironment(), shareWording);
