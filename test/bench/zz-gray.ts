const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
const W = 1241, H = 1754; const rgb = Uint8Array.from({ length: W * H * 3 }, () => Math.random() * 255);
const lumRow = (rgb: Uint8Array, data: Uint8Array, from: number, to: number) => { for (let at = from, p = from * 3; at < to; at++, p += 3) data[at] = (77 * (rgb[p] as number) + 150 * (rgb[p + 1] as number) + 29 * (rgb[p + 2] as number)) >> 8; };
const sumRow = (data: Uint8Array, levels: Float32Array, at: number, row: number, columns: number, step: number) => { for (let c = 0; c < columns; c++) { let s = 0; for (let n = 0; n < step; n++) s += data[at++] as number; levels[row + c] = (levels[row + c] as number) + s; } };
const A = () => { const data = new Uint8Array(W * H); const step = 2, columns = W >> 1, rows = H >> 1; const levels = new Float32Array(columns * rows); for (let y = 0; y < H; y++) { lumRow(rgb, data, y * W, y * W + W); if (y < rows * step) sumRow(data, levels, y * W, (y >> 1) * columns, columns, step); } for (let n = 0; n < levels.length; n++) levels[n] = (levels[n] as number) / 4; return levels; };
import { grayOf } from '#functions/scanning/adapters/page/gray.ts';
const B = () => grayOf({ data: rgb, width: W, height: H });
const L = () => { const data = new Uint8Array(W * H); lumRow(rgb, data, 0, W * H); };
const u32 = new Uint32Array(W * H);
const U = () => { const data = new Uint8Array(W * H); for (let n = 0; n < u32.length; n++) { const p = u32[n] as number; data[n] = (77 * (p & 255) + 150 * ((p >> 8) & 255) + 29 * ((p >> 16) & 255)) >> 8; } };
for (const [k, f] of Object.entries({ A, B, L, U })) { for (let i = 0; i < 6; i++) f(); const s = cpu(); for (let i = 0; i < 20; i++) f(); console.log(k, ((cpu() - s) / 20).toFixed(2)); }
