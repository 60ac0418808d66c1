import manifest from '../../package.json' with { type: 'json' };

/** The version of the code. */
export const version: string = manifest.version;
