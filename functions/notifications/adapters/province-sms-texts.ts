import { renderTemplate, type SmsTemplateText } from '#domain/sms/template.ts';
import type { SmsTexts } from '#functions/notifications/ports/sms-texts.ts';

/** Texts by the province's templates. Throws where a template is missing or its values do not fit. */
export const makeProvinceSmsTexts = (smsTemplates: readonly SmsTemplateText[]): SmsTexts => ({
  render: (id, values) => {
    const template = smsTemplates.find((candidate) => candidate.id === id);
    if (!template) throw new Error(`no SMS template ${id}`);
    const rendered = renderTemplate(template, values);
    if (!rendered.ok) throw new Error(`SMS template ${id}: ${rendered.reason}`);
    return rendered.value;
  },
});
