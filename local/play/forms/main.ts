import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeFormPrinter } from '#adapters/pdf/form-printer.ts';
import type { OfficialForm } from '#ports/official-form.ts';
import { postalForms } from './postal-forms.ts';
import { sampleForms } from './sample-forms.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: '.local/forms' } } });

const fonts = dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/package.json'),
);
const files = {
  'regular.ttf': '400Regular/BeVietnamPro_400Regular.ttf',
  'bold.ttf': '700Bold/BeVietnamPro_700Bold.ttf',
  'italic.ttf': '400Regular_Italic/BeVietnamPro_400Regular_Italic.ttf',
} as const;
const printer = makeFormPrinter(async (name) => readFileSync(join(fonts, files[name])));

const write = (name: string, pdf: Uint8Array): void => {
  const file = join(values.out, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, pdf);
  const pages =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type \/Page\b/g)?.length ?? 0;
  process.stdout.write(`${file}  ${pages} trang, ${Math.round(pdf.length / 1024)} KB\n`);
};

const official: ReadonlyMap<string, OfficialForm> = sampleForms();
for (const [name, form] of official) write(name, await printer.officialForm(form));
for (const [name, print] of postalForms(printer)) write(name, await print());
