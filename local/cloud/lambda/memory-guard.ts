import { readFileSync } from 'node:fs';

const pageBytes = 4096;
const everyMs = 50;

const residentBytes = (pid: number): number => {
  try {
    const resident = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1];
    return Number(resident) * pageBytes;
  } catch {
    // The process is gone, or this is not Linux: then only the heap limit holds.
    return 0;
  }
};

/**
 * Lambda's limit covers the whole process, buffers and code included, which no V8 flag does.
 * Looked at every 50 ms: a function may exceed its memory for that long.
 */
export const watchMemory = (pid: number, limitMb: number, exceeded: () => void): (() => void) => {
  const timer = setInterval(() => {
    if (residentBytes(pid) <= limitMb * 1024 * 1024) return;
    clearInterval(timer);
    exceeded();
  }, everyMs);
  return () => clearInterval(timer);
};

/** The shares of the memory size that AWS's Node.js runtime gives to V8. */
export const heapFlags = (memoryMb: number): readonly string[] => [
  `--max-old-space-size=${Math.floor(memoryMb * 0.9)}`,
  `--max-semi-space-size=${Math.max(1, Math.floor(memoryMb * 0.05))}`,
];
