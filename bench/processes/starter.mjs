// Starts a program, waits until it ends and reports its time and output. It is a small process in plain JavaScript,
// because starting a program copies the page tables of the parent. That takes longer the more memory the parent has.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Milliseconds per tick of Linux's clock. */
const tick = 10;

process.on('message', ({ question: { program, args, env } }) => {
  const cpuBefore = cpuOfChildren();
  const begun = performance.now();
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let milliseconds = 0;
  const [out, err] = [[], []];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  child.on('error', (error) => process.send({ failure: String(error) }));
  child.on('exit', () => {
    milliseconds = performance.now() - begun;
  });
  child.on('close', (code) => {
    const cpu = cpuOfChildren();
    const cpuMilliseconds = cpu === null || cpuBefore === null ? null : cpu - cpuBefore;
    const [written, complaint] = [out, err].map((chunks) => Buffer.concat(chunks).toString());
    process.send({ answer: { code, milliseconds, cpuMilliseconds, out: written, err: complaint } });
  });
});
process.on('disconnect', () => process.exit());

/** Processor time of the ended children of this process, in milliseconds; null if the system is not Linux. */
function cpuOfChildren() {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    // Fields 3 and following of proc(5). They come after the program name, which can contain anything but ends with the
    // last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) * tick;
  } catch {
    return null;
  }
}
