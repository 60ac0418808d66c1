// Starts a program, waits for its end and tells what it took. In a process of its own, and in plain JavaScript: starting
// a program copies the tables of the memory of who starts it, which takes the longer the larger that is.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Milliseconds of a tick of Linux's clock. */
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

/** Milliseconds of processors that ended children of this process have used; null where there is no Linux. */
function cpuOfChildren() {
  try {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    // After the name, which may hold anything but ends with the last bracket: fields 3 and on of proc(5).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[13]) + Number(fields[14])) * tick;
  } catch {
    return null;
  }
}
