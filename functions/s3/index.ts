export { openS3Objects } from './open-s3.ts';
