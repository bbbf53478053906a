import { smsTemplates } from '#data/province.ts';
import { renderTemplate } from '#functions/notifications/domain/template.ts';
import type { SmsTexts } from '#functions/notifications/ports/sms-texts.ts';

export const provinceSmsTexts: SmsTexts = {
  render: (id, values) => {
    const template = smsTemplates.find((candidate) => candidate.id === id);
    if (!template) throw new Error(`no SMS template ${id}`);
    const rendered = renderTemplate(template, values);
    if (!rendered.ok) throw new Error(`SMS template ${id}: ${rendered.reason}`);
    return rendered.value;
  },
};
