import { readFileSync } from 'node:fs';

/** The resident memory of a process, in bytes (Linux). */
export function residentMemory(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error(`/proc/${pid}/status does not tell VmRSS: is process ${pid} running?`);
  return Number(kilobytes) * 1024;
}

/** Samples the resident memory of a process every second. The function it gives stops that and gives the samples. */
export function watchMemory(pid: number): () => readonly number[] {
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(residentMemory(pid)), 1000);
  return () => {
    clearInterval(timer);
    return samples;
  };
}

/** The median of one quarter (1 to 4) of the samples. */
export function medianOfQuarter(samples: readonly number[], quarter: 1 | 2 | 3 | 4): number {
  const part = samples.slice(((quarter - 1) * samples.length) / 4, (quarter * samples.length) / 4);
  return part.toSorted((a, b) => a - b)[Math.floor(part.length / 2)] ?? 0;
}

/**
 * The size of live objects on the heap of a Node process after a full collection, in bytes. `inspector` is the address
 * that Node prints when it is started with `--inspect`.
 */
export async function liveHeap(inspector: string): Promise<number> {
  const socket = new WebSocket(inspector);
  const ask = (id: number, method: string) =>
    new Promise<{ readonly usedSize?: number }>((resolve, reject) => {
      const onMessage = ({ data }: MessageEvent) => {
        const answer = JSON.parse(String(data)) as { id?: number; result?: { usedSize?: number }; error?: object };
        if (answer.id !== id) return;
        socket.removeEventListener('message', onMessage);
        if (answer.result) resolve(answer.result);
        else reject(new Error(`the inspector does not answer ${method}: ${JSON.stringify(answer.error)}`));
      };
      socket.addEventListener('message', onMessage);
      socket.send(JSON.stringify({ id, method }));
    });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`there is no inspector at ${inspector}`)));
  });
  try {
    await ask(1, 'HeapProfiler.collectGarbage');
    const { usedSize = 0 } = await ask(2, 'Runtime.getHeapUsage');
    return usedSize;
  } finally {
    socket.close();
  }
}
