#!/usr/bin/env node
// Kiểm tra lịch sử hồ sơ · Checks the history of a dossier.
//
//   node verify-history.mjs history.json anchor.json
//   node verify-history.mjs - anchor.json < history.json
//
// history.json: GET /v1/track/history. anchor.json: GET /v1/anchors/{day}, best from somebody else
// who kept a copy. Needs Node 20 or newer and nothing else; sends nothing anywhere.
// Exit code 0: everything holds. 1: something does not. 2: links hold, but no anchor proves them.
import { createHash, createHmac } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const GENESIS = '0'.repeat(64);
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const hmac = (salt, text) => createHmac('sha256', salt).update(text).digest('hex');
const isHash = (text) => typeof text === 'string' && /^[0-9a-f]{64}$/.test(text);

/** JSON with sorted keys and no white space. */
export const canonical = (value) => {
  if (value === undefined) return 'null';
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`);
  return `{${members.join(',')}}`;
};

/** The text that an event's hash is taken of. */
export const linkText = (event, prevHash) => {
  const { dossierId, version, recordedAt, effectiveAt, actor, capacity, fact } = event;
  return canonical({
    dossierId,
    version,
    recordedAt,
    effectiveAt,
    actor,
    capacity,
    fact,
    prevHash,
  });
};

/** Of an event that is not shown the chain alone is checked: what comes after it stands on its hash. */
const isHashed = (event, prevHash) =>
  event.withheld === true
    ? event.fact === undefined && isHash(event.hash)
    : event.hash === sha256(linkText(event, prevHash));

/** The version of the first event that does not fit; undefined when the chain holds. */
const brokenLink = ({ dossierId, events }) => {
  let last = GENESIS;
  for (const [index, event] of events.entries()) {
    const fits =
      event.dossierId === dossierId &&
      event.version === index + 1 &&
      event.prevHash === last &&
      isHashed(event, last);
    if (!fits) return event.version ?? index + 1;
    last = event.hash;
  }
  return undefined;
};

/** The root that a leaf and its path lead to (RFC 9162, over hex texts). */
export const rootFrom = (leaf, path) =>
  path.reduce(
    (hash, { side, hash: other }) =>
      sha256(`\u0001${side === 'left' ? other + hash : hash + other}`),
    sha256(`\u0000${leaf}`),
  );

const isPath = (path) =>
  Array.isArray(path) &&
  path.every(({ side, hash }) => (side === 'left' || side === 'right') && isHash(hash));

/** Vietnam is UTC+7 all year. */
const dayOf = (milliseconds) => new Date(milliseconds + 7 * 3_600_000).toISOString().slice(0, 10);

const anchorHolds = ({ day, count, root, previous, hash }) =>
  isHash(root) && isHash(previous) && hash === sha256(canonical({ day, count, root, previous }));

const says = (ok, vi, en) => ({ ok, vi, en });

const checkChain = (history) => {
  const { events } = history;
  const broken = events.length === 0 ? 0 : brokenLink(history);
  return broken === undefined
    ? says(
        true,
        `${events.length} sự kiện nối đúng nhau`,
        `${events.length} events, each bound to the one before`,
      )
    : says(false, `Chuỗi bị đứt tại sự kiện ${broken}`, `The chain breaks at event ${broken}`);
};

const checkAnchor = (anchor, proof) => {
  if (!anchorHolds(anchor))
    return says(
      false,
      'Dấu neo không đúng với mã băm của nó',
      'The anchor does not match its own hash',
    );
  const same = canonical(proof.anchor) === canonical(anchor);
  return same
    ? says(
        true,
        `Dấu neo ngày ${anchor.day} đúng`,
        `The anchor of ${anchor.day} is genuine and the same`,
      )
    : says(false, 'Bằng chứng nói đến dấu neo khác', 'The proof speaks of another anchor');
};

const checkInclusion = ({ events }, { version, path }, anchor) => {
  const event = events[version - 1];
  const included =
    event !== undefined &&
    dayOf(event.recordedAt) === anchor.day &&
    isPath(path) &&
    rootFrom(event.hash, path) === anchor.root;
  return included
    ? says(
        true,
        `Sự kiện 1–${version} đã có trong ngày ${anchor.day}`,
        `Events 1–${version} were there on ${anchor.day}`,
      )
    : says(
        false,
        `Sự kiện ${version} không có trong dấu neo`,
        `Event ${version} is not in the anchor`,
      );
};

/** Whatever was recorded on an anchored day must be covered: nothing may be slipped in behind. */
const checkRest = ({ events }, { version }, anchor) => {
  const late = events.slice(version).find(({ recordedAt }) => dayOf(recordedAt) <= anchor.day);
  const rest = events.length - version;
  return late
    ? says(
        false,
        `Sự kiện ${late.version} được thêm sau khi neo`,
        `Event ${late.version} was added after the anchor`,
      )
    : says(
        true,
        `Sự kiện mới hơn, chờ dấu neo sau: ${rest}`,
        `Newer events that wait for a later anchor: ${rest}`,
      );
};

/** The seal at a place in a fact: `items.0.reason`. */
const sealAt = (fact, at) =>
  String(at)
    .split('.')
    .reduce((thing, member) => thing?.[member], fact)?.hmacSha256;

/** A text lies beside its event; in what was hashed stands its HMAC under the salt that lies with it. */
const checkTexts = ({ events }) => {
  const told = events.filter(({ texts }) => texts?.length > 0);
  if (told.length === 0) return [];
  const wrong = told.find(({ fact, texts }) =>
    texts.some(({ at, salt, text }) => sealAt(fact, at) !== hmac(String(salt), String(text))),
  );
  return wrong
    ? [
        says(
          false,
          `Lời văn của sự kiện ${wrong.version} không đúng`,
          `The words of event ${wrong.version} are not those that were sealed`,
        ),
      ]
    : [
        says(
          true,
          `Lời văn đúng như đã niêm: ${told.map(({ version }) => version).join(', ')}`,
          `The words are those that were sealed: ${told.map(({ version }) => version).join(', ')}`,
        ),
      ];
};

/** What agencies think among themselves is not told the citizen; that it was there is. */
const checkWithheld = ({ events }) => {
  const withheld = events.filter((event) => event.withheld === true).map(({ version }) => version);
  return withheld.length === 0
    ? []
    : [
        says(
          true,
          `Không hiển thị nội dung, chỉ chứng minh thứ tự: ${withheld.join(', ')}`,
          `Not shown, of these only their place is proven: ${withheld.join(', ')}`,
        ),
      ];
};

/** Each finding with its sentence; `proven` only when everything holds down to the anchor. */
export const verify = (history, anchor) => {
  const chain = [checkChain(history), ...checkTexts(history), ...checkWithheld(history)];
  const { proof } = history;
  if (!proof || !anchor)
    return { findings: chain, isBroken: chain.some(({ ok }) => !ok), isProven: false };
  const findings = [
    ...chain,
    checkAnchor(anchor, proof),
    checkInclusion(history, proof, anchor),
    checkRest(history, proof, anchor),
  ];
  const isBroken = findings.some(({ ok }) => !ok);
  return { findings, isBroken, isProven: !isBroken };
};

const outcome = ({ isBroken, isProven }) => {
  if (isBroken) return [1, 'KHÔNG ĐÚNG: lịch sử đã bị thay đổi · WRONG: this history was changed'];
  if (isProven) return [0, 'ĐÚNG: lịch sử nguyên vẹn · RIGHT: this history is intact'];
  return [2, 'CHƯA CHỨNG MINH: thiếu dấu neo · NOT PROVEN: the anchor is missing'];
};

const read = (file) => JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8'));

const main = ([historyFile = '-', anchorFile]) => {
  let result;
  try {
    result = verify(read(historyFile), anchorFile && read(anchorFile));
  } catch {
    const unreadable = says(false, 'Tệp không đọc được', 'The file is not what it should be');
    result = { findings: [unreadable], isBroken: true, isProven: false };
  }
  const [code, verdict] = outcome(result);
  const lines = result.findings.map(({ ok, vi, en }) => `${ok ? '✓' : '✗'} ${vi} · ${en}`);
  process.stdout.write(`${[...lines, verdict].join('\n')}\n`);
  process.exitCode = code;
};

const started = process.argv[1];
if (started && realpathSync(started) === fileURLToPath(import.meta.url))
  main(process.argv.slice(2));
