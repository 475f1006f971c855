/** A release of the whole country: how long it takes, and what it costs in memory. */
import { readFileSync } from 'node:fs';
import { type Product, pause } from '../product';
import { signedIn } from '../visitor';
import { AGENCIES, country, INDICATORS } from './data';
import { held, type Line } from './report';

const SAMPLE_MS = 20;

export async function benchRelease(product: Product): Promise<readonly Line[]> {
  const visitor = await signedIn(product, 'penghubung');
  const path = `/rakerda/${country(2025)}/spbe-2020/rilis/skor.xlsx`;
  await pause(1000);
  const idle = residentBytes(product.pid);
  let most = idle;
  const sampler = setInterval(() => {
    most = Math.max(most, residentBytes(product.pid));
  }, SAMPLE_MS);
  const started = performance.now();
  const answer = await visitor.get(path);
  const seconds = (performance.now() - started) / 1000;
  clearInterval(sampler);
  const arrived = answer.status === 200 && answer.body.subarray(0, 2).toString() === 'PK';
  const above = (most - idle) / 1e6;
  const what = `XLSX release, ${AGENCIES} agencies, ${(AGENCIES * INDICATORS).toLocaleString('en')} answers`;
  return [
    held(
      what,
      arrived
        ? `${seconds.toFixed(2)} s, ${(answer.body.length / 1e6).toFixed(2)} MB`
        : `answered ${answer.status}`,
      '≤ 5 s',
      arrived && seconds <= 5,
    ),
    held('… memory above idle', `${above.toFixed(0)} MB`, '≤ 200 MB', arrived && above <= 200),
  ];
}

/** Resident memory of a process, from Linux's /proc. */
function residentBytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes ?? 0) * 1024;
}
