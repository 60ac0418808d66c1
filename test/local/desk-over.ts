import { checksVersion } from '../../functions/assets/from-files.ts';
import { type DeskSources, EditorsDesk } from '../../functions/local/editors-desk.ts';
import type { ObjectStore } from '../../functions/store/index.ts';
import { noon, packageFiles } from '../package-files.ts';
import { renderer } from '../renders.ts';

/** The desk of the local page over published data, with the data and at the time of the tests. */
export function deskOver(objects: ObjectStore, changes: Partial<DeskSources> = {}): EditorsDesk {
  return new EditorsDesk({
    ...{ objects, renderer, place: 'computer', checks: checksVersion(), moved: () => {} },
    bundled: async () => packageFiles,
    editor: async () => 'anna',
    now: () => noon,
    ...changes,
  });
}
