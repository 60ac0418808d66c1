export { openS3Objects, openS3Store } from './open-s3.ts';
