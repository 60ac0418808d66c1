export { callerOf, openS3Objects } from './open-s3.ts';
