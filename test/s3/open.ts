import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A listening server. */
export interface Opened {
  readonly address: string;
  readonly close: () => void;
}

/** Starts a server on a free port of this machine. */
export async function open(server: Server): Promise<Opened> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}
