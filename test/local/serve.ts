import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { LivePreview, type Reload } from '../../functions/local/live-preview.ts';
import { localServer } from '../../functions/local/server.ts';
import { BriefingStore, FolderObjects } from '../../functions/store/index.ts';
import { temporaryFolder } from '../folders.ts';
import { noon } from '../package-files.ts';
import { servicesWith } from '../services.ts';
import { deskOver } from './desk-over.ts';

/** A local server on a free port until the test ends, with a clock that `wait` moves on by seconds. */
export async function serve(reload: Reload = async () => ({})) {
  let now = noon;
  let address = '';
  const clock = () => now;
  const store = new BriefingStore(new FolderObjects(await temporaryFolder(), { now: clock, address: () => address }));
  const livePreview = new LivePreview(await servicesWith({ store, now: clock }), reload);
  const server = localServer(livePreview, 'default', deskOver(store.objects));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    livePreview,
    wait: (seconds: number) => {
      now = new Date(now.getTime() + seconds * 1000);
    },
  };
}
