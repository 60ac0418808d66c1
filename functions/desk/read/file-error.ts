import type { Violation } from '../../dataset/index.ts';

/** What is wrong with a whole file: the value is the part of it, or what its directory or content says. */
export type FileFault = Pick<Violation, 'value'> &
  (
    | {
        readonly code: 'entity' | 'file_damaged' | 'file_encrypted' | 'archive_path';
        readonly values: Record<never, never>;
      }
    | { readonly code: 'file_type'; readonly values: { readonly type: FileType } }
    | { readonly code: 'file_too_large' | 'too_many_cells'; readonly values: { readonly maximum: number } }
  );

/** Kinds of files that are no package, as the sentence about them tells them apart. */
export type FileType = 'xls' | 'xlsm' | 'xlsb' | 'ods' | 'csv' | 'other';

/** A file cannot be read as a whole. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly fault: FileFault;

  constructor(fault: FileFault, options?: ErrorOptions) {
    super(`${fault.code}: ${fault.value}`, options);
    this.fault = fault;
  }
}
