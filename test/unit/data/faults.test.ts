import { describe, expect, it } from 'vitest';
import { type ProvinceFiles, provinceFiles } from '#data/province-files.ts';
import { faultsOf } from '#data/validate.ts';

/** The files with one value replaced, wherever the path leads; a field may be added or emptied. */
const broken = (path: string, value: unknown): ProvinceFiles => {
  const copy = structuredClone(provinceFiles);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at = copy as unknown as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
};

const at = <T>(items: readonly T[], matches: (item: T) => boolean): number => {
  const index = items.findIndex(matches);
  if (index < 0) throw new Error('the data no longer has what this test breaks');
  return index;
};
const { agencies, calendars, codeTemplates, postOffices, prices, procedures } = provinceFiles;
const { smsPrices, smsTemplates, waybillPools } = provinceFiles;
const { offlineRules, queueRules, satisfactionRules: satisfied } = provinceFiles;

const nnmt = at(agencies, ({ id }) => id === 'ct-nnmt');
const tnmt = at(agencies, ({ id }) => id === 'hg-nnmt');
const office = at(postOffices, ({ id }) => id === 'bd-vi-thanh');
const agent = at(postOffices, ({ id }) => id === 'bd-vi-tan');
const exchanging = at(procedures, ({ code }) => code === '1.002809');
const land = at(procedures, ({ code }) => code === '1.012783');
const works = at(procedures, ({ joint }) => joint !== undefined);
const birth = at(procedures, ({ code }) => code === '1.001193');
const certain = at(procedures, ({ certainty }) => certainty !== 'high');
const year2026 = at(calendars, ({ year }) => year === 2026);
const accepted = at(smsTemplates, ({ id }) => id === 'accepted');
const apology = at(smsTemplates, ({ id }) => id === 'extended-with-apology');

const holidays = calendars[year2026]?.holidays ?? [];
const component = procedures[land]?.components[0];
const sunday = { day: '2026-03-01', insteadOf: '2026-01-02', reason: 'x' };

const faults: readonly [says: string, path: string, value: unknown][] = [
  ['Unrecognized key', `agencies.${nnmt}.colour`, 'red'],
  ['not a real day', `procedures.${land}.effective.from`, '2026-02-30'],
  ['ends before it begins', `procedures.${land}.effective.to`, '2020-01-01'],

  ['agency ct-nnmt stands twice', 'agencies', [agencies[nnmt], ...agencies]],
  ['agency code H13.01 stands twice', `agencies.${nnmt + 1}.code`, 'H13.01'],
  ['post office bd-vi-thanh stands twice', 'postOffices', [postOffices[office], ...postOffices]],
  ['procedure version 1.012783@2025-07-01', 'procedures', [procedures[land], ...procedures]],
  ['calendar 2026 stands twice', 'calendars', [calendars[year2026], ...calendars]],
  ['SMS template accepted stands twice', 'smsTemplates', [smsTemplates[accepted], ...smsTemplates]],
  [
    'place phuong cai khe thanh pho can tho from 2025-07-01 stands',
    'places',
    [provinceFiles.places[0], ...provinceFiles.places],
  ],

  ['has a successor but no end', `agencies.${nnmt}.successors`, ['ct-tp']],
  ['hg-nnmt ends without a successor', `agencies.${tnmt}.successors`, undefined],
  ['successor nobody is unknown', `agencies.${tnmt}.successors`, ['nobody']],
  ['hg-tp is not in force the day after', `agencies.${tnmt}.successors`, ['hg-tp']],
  ['not in force the day after', `agencies.${nnmt}.effective.from`, '2025-07-02'],
  ['ct-nnmt takes no dossiers', `agencies.${nnmt}.takesDossiers`, false],
  ['lies in no commune', `postOffices.${office}.commune`, 'ct-nnmt'],
  ['one-stop of nobody', `postOffices.${agent}.intakeModes`, ['onestop']],
  ['a one-stop that takes nothing in', `postOffices.${office}.intakeModes`, ['agent']],
  ['one-stop of the unknown x', `postOffices.${office}.agencyOfOneStop`, 'x'],
  ['belongs to no commune', 'places.0.agency', 'ct-nnmt'],
  ['phường Cái Khế, thành phố Cần Thơ has another code than', 'places.0.unitCode', '99999'],
  ['no place belongs to ct-p-cai-khe', 'places.0.formerly', { province: 'tỉnh Hậu Giang' }],
  [
    'quận Bình Thủy was split, but has one part',
    'places',
    provinceFiles.places.filter(({ agency }) => agency !== 'ct-p-cai-khe'),
  ],

  ['nobody owns it (nobody) on 2025-07-01', `procedures.${land}.owner`, 'nobody'],
  // The gap opens in the middle: whoever owns it must exist on the first day and on every other.
  ['nobody owns it (ct-nnmt) on 2026-07-01', `agencies.${nnmt}.effective.to`, '2026-06-30'],
  [
    'versions 2025-07-01 and 2026-01-01 overlap',
    'procedures',
    [...procedures, { ...procedures[land], version: '2026-01-01' }],
  ],
  [
    'versions 2026-01-01 and 2025-07-01 overlap',
    'procedures',
    [
      { ...procedures[land], version: '2026-01-01', effective: { from: '2026-01-01' } },
      ...procedures,
    ],
  ],
  ['component don-dang-ky stands twice', `procedures.${land}.components`, [component, component]],
  ['when is it needed', `procedures.${land}.components`, [{ ...component, required: false }]],
  ['is immediate, but', `procedures.${birth}.timeRule`, { unit: 'none' }],
  ['nobody does the leg of nobody on', `procedures.${works}.joint.legs.0.agency`, 'nobody'],
  ['its lead ct-xd has a leg of its own', `procedures.${works}.joint.legs.0.agency`, 'ct-xd'],
  ['does not say what is uncertain', `procedures.${certain}.certaintyNote`, undefined],

  ['calendar 2026 is missing between others', 'calendars', [calendars[0], calendars[2]]],
  ['version 2025-9 is of another year', `calendars.${year2026}.version`, '2025-9'],
  ['2031-01-01 is in another year', `calendars.${year2026}.holidays.0.day`, '2031-01-01'],
  ['2026-01-02 stands twice', `calendars.${year2026}.holidays`, [...holidays, holidays[1]]],
  [
    '04-30 is no holiday',
    `calendars.${year2026}.holidays`,
    holidays.filter(({ day }) => day !== '2026-04-30'),
  ],
  [
    'calendar 2026: 11-24 is no holiday',
    `calendars.${year2026}.holidays`,
    holidays.filter(({ day }) => day !== '2026-11-24'),
  ],
  [
    '2026-11-23 stands twice',
    `calendars.${year2026}.holidays`,
    [...holidays, { day: '2026-11-23', name: 'given, and still proposed' }],
  ],
  ['2026-03-02 is a weekday', `calendars.${year2026}.makeUpDays.0.day`, '2026-03-02'],
  [
    '2026-01-06 would not have been worked',
    `calendars.${year2026}.makeUpDays.0.insteadOf`,
    '2026-01-06',
  ],
  [
    '2026-01-03 would not have been worked',
    `calendars.${year2026}.makeUpDays.0.insteadOf`,
    '2026-01-03',
  ],
  [
    '2026-02-15 stands twice',
    `calendars.${year2026}.makeUpDays`,
    [{ ...sunday, day: '2026-02-15' }],
  ],
  ['sessions are not eight hours', `calendars.${year2026}.sessions`, [['07:00', '11:30']]],
  [
    'sessions are out of order',
    `calendars.${year2026}.sessions`,
    [
      ['13:00', '17:00'],
      ['07:00', '11:00'],
    ],
  ],

  ['rules for work without a line overlap', 'offlineRules', [...offlineRules, ...offlineRules]],
  ['a usual block of slips is larger than the largest', 'offlineRules.0.usualSlips', 51],
  ['rules for satisfaction overlap', 'satisfactionRules', [...satisfied, ...satisfied]],
  ['satisfactionRules.0.smallest', 'satisfactionRules.0.smallest', 1],
  ['rules for queues overlap', 'queueRules', [...queueRules, ...queueRules]],
  ['queue group nop-ho-so shares its letter', 'queueRules.0.groups.1.letter', 'A'],

  ['SMS template accepted is missing', `smsTemplates.${accepted}.id`, 'other'],
  ['accepted: unknown-field', `smsTemplates.${accepted}.text`, 'Ho so {code} {due}'],
  ['accepted: unused-field', `smsTemplates.${accepted}.text`, 'Ho so {code}'],
  ['accepted: not-gsm7', `smsTemplates.${accepted}.text`, 'Hồ sơ {code} {dueDay}'],
  [
    'accepted: over-one-segment',
    `smsTemplates.${accepted}.text`,
    `{code} {dueDay} ${'a'.repeat(110)}`,
  ],
  ['accepted: forbidden-word', `smsTemplates.${accepted}.text`, 'Ho so HIV {code} {dueDay}'],
  [
    'accepted: names a procedure',
    `smsTemplates.${accepted}.text`,
    'Thu tuc dang ky khai tu {code} {dueDay}',
  ],
  ['accepted: names a procedure', `smsTemplates.${accepted}.text`, 'Ho tich {code} {dueDay}'],
  ['nobody fills {colour}', `smsTemplates.${accepted}.fields.colour`, 5],
  ['{code} needs 30 characters', `smsTemplates.${accepted}.fields.code`, 29],
  ['{agency} needs', `smsTemplates.${apology}.fields.agency`, 20],

  [
    'has no code template on 2025-07-01',
    'codeTemplates',
    codeTemplates.filter(
      ({ levels, effective }) => !levels.includes('commune') || effective.to !== undefined,
    ),
  ],
  ['agency hg-tnmt has no code template on 2022-01-01', 'codeTemplates', codeTemplates.slice(0, 1)],
  ['cannot be read back', 'codeTemplates.1.template', '{agency}/{seq:4}'],
  [
    'code templates of province, district, commune overlap',
    'codeTemplates.0.effective.to',
    '2022-06-01',
  ],
  ['takes old papers back, but which', `procedures.${exchanging}.result.oldPapers`, undefined],
  ['is no component', `procedures.${exchanging}.result.oldPapers`, ['so-ho-khau']],
  ['is given back', `procedures.${exchanging}.components.2.isGivenBack`, true],
  [
    'demands old papers that it does not take back',
    `procedures.${exchanging}.result`,
    { name: 'x', takesOldPapersBack: false, demandsOldPapers: true },
  ],
  ['waybill pool of vnpost is empty', 'waybillPools.0.lastSerial', 0],
  ['waybill pools of EE overlap', 'waybillPools', [waybillPools[0], waybillPools[0]]],
  ['prices within-district overlap', 'prices', [prices[0], ...prices]],
  ['SMS prices of esms overlap', 'smsPrices', [smsPrices[0], smsPrices[0]]],
];

describe('a fault in the data names itself', () => {
  it.each(faults)('"%s", when %s is broken', (says, path, value) => {
    expect(faultsOf(broken(path, value)).join('\n')).toContain(says);
  });
});
