import { matchBeside, bestMatch, inkedTiles } from '#functions/scanning/adapters/page/dots.ts';
const cpu = () => { const u = process.cpuUsage(); return (u.user + u.system) / 1000; };
const mk = () => ({ data: Uint8Array.from({ length: 620 * 877 }, () => Math.random() < .1 ? 200 : 0), width: 620, height: 877 });
const [a, b] = [mk(), mk()];
const search = { tile: { x: 100, y: 100, side: 48 }, around: { dx: 0, dy: 0 }, span: 6 };
for (let k = 0; k < 3; k++) { const s = cpu(); for (let n = 0; n < 50; n++) bestMatch(a, b, search); console.log(((cpu() - s) * 1e6 / (50 * 169 * 2304)).toFixed(2), 'ns/px'); }
for (let k = 0; k < 3; k++) { const s = cpu(); for (let n = 0; n < 20; n++) [...inkedTiles(a, 48)]; console.log(((cpu() - s) / 20).toFixed(2), 'ms inkedTiles'); }
